import { expect, test } from 'vitest';
import signing from '../../core/vectors/signing.json' with { type: 'json' };
import sorted from '../../core/vectors/sorted-order.json' with { type: 'json' };
import { createTestServer } from '../src/index.js';
import { inProcess } from './adapters.js';

interface Vector {
  readonly name: string;
  readonly auth: { readonly type: string; readonly id: string };
  /** The application's key, in a session with the session's behind it. */
  readonly key: string;
  readonly session?: { readonly id: string; readonly key: string } | null;
  readonly command: string;
  readonly action: string;
  readonly timestamp: number;
  readonly query: string;
  readonly body: string;
  readonly signature: string;
}

const vectors: Vector[] = [
  ...signing.cases
    // IDs that the state refuses are tested where a signature is verified.
    .filter(({ auth }) => /^[\w-]+$/.test(auth.id))
    .map((vector) => ({
      ...vector,
      name: `${vector.contract}: ${vector.name}`,
      query: vector.parameters_query,
      body: vector.arguments_query,
    })),
  ...sorted.cases.map((vector, index) => ({
    ...vector,
    name: `sorted order ${index}`,
    query: vector.parameters_sorted,
    body: vector.arguments_sorted_query,
  })),
];

/** A server that knows the vector's actor, at the vector's time. */
function serverOf({ auth, key, session, timestamp }: Vector) {
  const server = createTestServer({ scenario: 'empty' });
  const { users, applications, sessions } = server.state;
  const [user] = users;
  const [application] = applications;
  if (user === undefined || application === undefined) throw new Error('nobody there');
  if (auth.type === 'user') users.add({ ...user, id: auth.id, username: `of ${auth.id}`, psk: key });
  else applications.add({ ...application, id: auth.id, psk: session ? key.slice(0, -session.key.length) : key });
  if (session) {
    const expires = timestamp * 1000 + 1;
    sessions.add({ ...session, user: user.id, application: auth.id, datecreated: new Date(0), expires });
  }
  server.clock.set(new Date(timestamp * 1000));
  server.clock.freeze();
  return server;
}

test.each(vectors)('$name passes the signature check, and not with one bit flipped', async (vector) => {
  const { command, action, query, body, signature } = vector;
  const server = serverOf(vector);
  const status = async (given: string): Promise<number> => {
    const target = `/api/${command}/${action}?${query}&signature=${given}`;
    const { text } = await inProcess.send(server, { target, body });
    return (JSON.parse(text) as { header: { status: number } }).header.status;
  };
  // What follows the signature check differs: an unknown action, account or argument.
  expect([0, 4, 5, 6, 9, 250, 281, 290]).toContain(await status(signature));
  const last = signature.endsWith('0') ? '1' : '0';
  expect(await status(signature.slice(0, -1) + last)).toBe(3);
});

import { createHash } from 'node:crypto';
import type { TestServer } from '../src/index.js';
import { type Adapter, inProcess } from './adapters.js';
import { type Envelope, ask } from './ask.js';

/** A login by a client of the tests' own; the slow hash is given, so that a test takes no third of a second for each. */

/** `crypt(md5(password), salt)` of the studio's people, reckoned by PHP. */
export const bcryptHashes = {
  editor: '$2y$12$qh3vtz0kxw5mf7rjn2bpdeRwNhXnrw3YmhH1MWLelrKTQ2qgdWN6a',
  reader: '$2y$12$k8ysd1gcl4uo6haiwx9rvejDmv0/qCVyGjU97TFFzsBctHBZQNWhC',
} as const;

/** SHA-256 in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The response to a challenge, by the hash of the password. */
export function respond(hash: string, challenge: string): string {
  const mask = Buffer.from(sha256(sha256(hash) + challenge));
  const bytes = Buffer.from(hash);
  return Buffer.from(bytes.map((byte, at) => byte ^ (mask[at] ?? 0))).toString('base64');
}

/** What `session/initialize` answers. */
export interface Initialized {
  readonly challenge: string;
  readonly salt: string;
  readonly needsv2hash: boolean;
}

/** What `session/create` answers. */
export interface Created {
  readonly id: string;
  readonly key: string;
  readonly timeout: number;
  readonly user: string;
}

/** Asks for a challenge. */
export function initialize(
  server: TestServer,
  user = 'editor',
  userip = '192.0.2.1',
  adapter: Adapter = inProcess,
): Promise<Envelope<Initialized>> {
  return ask(server, { path: '/api/session/initialize', type: 'application', args: { user, userip } }, adapter);
}

/** Answers a challenge. */
export function create(
  server: TestServer,
  args: Readonly<Record<string, string>>,
  adapter: Adapter = inProcess,
): Promise<Envelope<Created>> {
  return ask(server, { path: '/api/session/create', type: 'application', args }, adapter);
}

/** Logs in and gives the session. */
export async function login(
  server: TestServer,
  user: keyof typeof bcryptHashes = 'editor',
  adapter: Adapter = inProcess,
): Promise<Created> {
  const { challenge } = (await initialize(server, user, '192.0.2.1', adapter)).body;
  const { header, body } = await create(
    server,
    { challenge, response: respond(bcryptHashes[user], challenge) },
    adapter,
  );
  if (header.status !== 0) throw new Error(`status ${header.status}`);
  return body;
}

/** Asks who the session's user is. */
export function viewme(
  server: TestServer,
  session: Pick<Created, 'id' | 'key'>,
  adapter: Adapter = inProcess,
): Promise<Envelope<{ readonly username: string } | null>> {
  return ask(server, { path: '/api/user/viewme', session }, adapter);
}

import { createClient } from '@streamone/client';
import { application } from '@streamone/core';
import { type Actor, catalogue, sessionCommand } from '@streamone/core/catalogue';
import { examples } from '../../reference/examples.ts';
import { liveServer, seeded } from './live-server.ts';
import { runCall } from './run-call.ts';

/** What a form begins with. */
export interface PreparedExample {
  readonly actor: Actor;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The action that was called first, since the server has nothing that the example could be about. */
  readonly after?: string;
}

/** Asks for a challenge and answers it: it holds for half a minute. */
async function answeredChallenge(): Promise<Readonly<Record<string, unknown>>> {
  const { url, fetch, credentials } = liveServer;
  const app = createClient({ auth: application(credentials.application), url, fetch, commands: [sessionCommand] });
  const { username, password } = credentials.login;
  const { challenge, salt } = await app.session.initialize({ user: username, userip: '192.0.2.1' });
  const { passwordResponse } = await import('@streamone/core/password');
  return { challenge, response: await passwordResponse({ password, salt, challenge }) };
}

function idOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
}

function isKnown(action: string): action is keyof ReturnType<typeof examples> {
  return Object.hasOwn(catalogue, action);
}

/** The example of the reference for an action, with what has to be there before it. */
export async function prepareExample(action: string): Promise<PreparedExample> {
  if (!isKnown(action)) throw new TypeError(`the catalogue has no ${action}`);
  const { as: actor = 'user', arguments: given, before } = examples(seeded)[action];
  if (action === 'session/create') return { actor, arguments: await answeredChallenge(), after: 'session/initialize' };
  if (before === undefined) return { actor, arguments: given };
  const made = await runCall({ key: before.key, actor, misfortune: 'nothing', arguments: before.arguments });
  const id = before.gives === undefined ? {} : { [before.gives]: idOf(made.body) };
  return { actor, arguments: { ...id, ...given }, after: before.key };
}

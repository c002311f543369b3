import { InvalidArgumentError, application, session, user } from '@streamone/core';
import { catalogue } from '@streamone/core/catalogue';
import { createClient } from '@streamone/node';

const app = application({ id: 'Ap3kQ7-xLm2Z', psk: 'not-a-real-key' });
const actors = {
  user: user({ id: 'Cmv8fnKfjF2l', psk: 'not-a-real-key' }),
  application: app,
  session: session(app, { id: 'Se4sN-2kYo9P', key: 'not-a-real-key' }),
};

type Actions = Readonly<Record<string, (given: unknown) => PromiseLike<unknown>>>;

/** Gives what asks a client to call an action: the form that it sends, or `undefined` where it refuses the arguments. */
export function sender(key: string): (given: unknown) => Promise<string | undefined> {
  const [command = '', action = ''] = key.split('/');
  const [actor = 'user'] = catalogue[key]?.actors ?? [];
  let sent: string | undefined;
  const s1 = createClient({
    auth: actors[actor],
    account: 'Mn9mdVb-02mA',
    fetch: async (input, init) => {
      sent = await new Request(input, init).text();
      return Response.json({ header: { status: 0, statusmessage: 'OK' }, body: null });
    },
  });
  const call = (s1 as unknown as Readonly<Record<string, Actions>>)[command]?.[action];
  if (call === undefined) throw new Error(`the client has no ${key}`);
  return async (given) => {
    sent = undefined;
    try {
      await call(given);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
    }
    return sent;
  };
}

import { isSecretName } from '@streamone/core';
import type { CatalogueKey } from '@streamone/core/catalogue';
import { application, createClient, user } from '@streamone/node';
import type { Example, ExampleArguments } from './examples.ts';
import { seededServer } from './seeded.ts';

/** A call as the test server has answered it, without keys, tokens and challenges. */
export interface SampleCall {
  readonly arguments: ExampleArguments;
  /** The response; of a list the first row. */
  readonly response: { readonly header: Readonly<Record<string, unknown>>; readonly body: unknown };
  /** How many rows the list has; `undefined` where the answer is no list. */
  readonly rows: number | undefined;
}

const MASK = '…';

/** A value, unless it is what nobody should get used to seeing in a page: a key, a token, a challenge. */
function masked<T>(name: string, value: T): T | typeof MASK {
  return typeof value === 'string' && isSecretName(name) ? MASK : value;
}

const maskedAll = (given: ExampleArguments): ExampleArguments =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, masked(name, value)]));

/**
 * Makes the call of an example against a test server of its own.
 *
 * @throws ApiError where the example does not work
 */
export async function sampleCall(key: CatalogueKey, { as, arguments: given, before }: Example): Promise<SampleCall> {
  await using server = seededServer();
  let [sent, answered] = ['', ''];
  const { credentials, fetch, clock } = server;
  const auth = as === undefined || as === 'user' ? user(credentials.user) : application(credentials.application);
  const client = createClient({
    url: server.url,
    auth,
    account: credentials.account,
    clock: () => clock.now(),
    fetch: async (input, init) => {
      sent = await new Request(input, init).text();
      const response = await fetch(input, init);
      answered = await response.clone().text();
      return response;
    },
  });
  const read = { read: true };
  let all = given;
  if (key === 'session/create' || key === 'session/delete') {
    // What these take has to be computed: of what is sent the arguments are read.
    const person = await client.login({ ...credentials.login, ip: '192.0.2.1' });
    if (key === 'session/delete') await person.session.delete();
    all = Object.fromEntries(new URLSearchParams(sent));
  } else {
    const made = before === undefined ? undefined : await client.call(before.key, before.arguments, read);
    const id = typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : '';
    if (before?.gives !== undefined) all = { [before.gives]: id, ...given };
    await client.call(key, all, read);
  }
  const response = JSON.parse(answered, masked) as SampleCall['response'];
  const { body } = response;
  const rows = Array.isArray(body) ? body.length : undefined;
  return {
    arguments: maskedAll(all),
    response: Array.isArray(body) ? { ...response, body: body.slice(0, 1) } : response,
    rows,
  };
}

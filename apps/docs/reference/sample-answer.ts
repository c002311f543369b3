import { isSecretName } from '@streamone/core';
import type { CatalogueKey } from '@streamone/core/catalogue';
import { application, createClient, user } from '@streamone/node';
import type { Example, ExampleArguments } from './examples.ts';
import { seededServer } from './seeded.ts';

/** What the test server answers to an example. */
export interface SampleAnswer {
  /** The response as JSON, of a list the first row. */
  readonly json: string;
  /** How many rows the list has; `undefined` where the answer is no list. */
  readonly rows: number | undefined;
}

const MASK = '…';

/** The response without what nobody should get used to seeing in a page: keys, tokens, challenges. */
function masked(name: string, value: unknown): unknown {
  return typeof value === 'string' && isSecretName(name) ? MASK : value;
}

/**
 * Makes the call of an example against a test server of its own.
 *
 * @throws ApiError where the example does not work
 */
export async function sampleAnswer(
  key: CatalogueKey,
  { as, arguments: given, before }: Example,
): Promise<SampleAnswer> {
  await using server = seededServer();
  let last = '';
  const { credentials, fetch, clock } = server;
  const auth = as === undefined || as === 'user' ? user(credentials.user) : application(credentials.application);
  const client = createClient({
    url: server.url,
    auth,
    account: credentials.account,
    clock: () => clock.now(),
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      last = await response.clone().text();
      return response;
    },
  });
  const read = { read: true };
  if (key === 'session/create' || key === 'session/delete') {
    const person = await client.login({ ...credentials.login, ip: '192.0.2.1' });
    if (key === 'session/delete') await person.session.delete();
  } else {
    const made = before === undefined ? undefined : await client.call(before.key, before.arguments, read);
    const id = typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : '';
    const all: ExampleArguments = { ...given, ...(before?.gives !== undefined && { [before.gives]: id }) };
    await client.call(key, all, read);
  }
  const response = JSON.parse(last, masked) as { body: unknown };
  const { body } = response;
  const isList = Array.isArray(body);
  return {
    json: JSON.stringify(isList ? { ...response, body: body.slice(0, 1) } : response, undefined, 2),
    rows: isList ? body.length : undefined,
  };
}

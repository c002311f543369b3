import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { type AttemptRequest, type LogEvent, memoryCache, memorySessionStore } from '@streamone/client';
import { describe, expect, test } from 'vitest';
import { type Reply, refusal, success } from './scripted-server.ts';
import { APP_PSK, LOGIN, argumentsOf, keyOf, startSessionPlatform } from './session-platform.ts';
import { errorOf } from './test-client.ts';

/** Everything that a log, a debugger or an error reporter may show of a value. */
function shown(value: unknown): string {
  const parts = [inspect(value, { showHidden: true, depth: Infinity, getters: false }), JSON.stringify(value)];
  for (let error = value; error instanceof Error; error = error.cause) {
    parts.push(error.message, error.stack ?? '', inspect(Object.entries(error), { depth: Infinity }));
  }
  return parts.join('\n');
}

const MD5 = createHash('md5').update(LOGIN.password).digest('hex');

/** What a platform may answer that repeats everything it was told. */
const echoes: [name: string, reply: (told: string) => Reply][] = [
  ['a refusal that repeats it', (told) => refusal(281, told)],
  [
    'a refusal with a body',
    (told) => ({
      body: JSON.stringify({ header: { status: 1, statusmessage: told }, body: { told } }),
    }),
  ],
  ['HTML', (told) => ({ status: 502, body: `<p>${told}` })],
  ['JSON of another kind', (told) => ({ body: JSON.stringify({ told }) })],
  ['a session of another form', (told) => success({ id: told, key: { is: told }, timeout: told, user: 5 })],
];

describe('no dump, error or log event of a login shows a secret', () => {
  test.for(
    echoes.flatMap(([name, reply]) =>
      ['session/create', 'item/view'].map((at) => [`${name}, at ${at}`, at, reply] as const),
    ),
  )('of a platform that answers %s', async ([, at, echo]) => {
    const secrets = new Set([LOGIN.password, MD5, APP_PSK, keyOf('s1'), keyOf('s2')]);
    let echoing = true;
    await using platform = await startSessionPlatform({
      needsv2hash: true,
      other: (request, path) => {
        secrets.add(request.query.get('signature') ?? '');
        const { response = '', v2hash = '' } = argumentsOf(request);
        if (response !== '') secrets.add(response);
        return path === at && echoing
          ? echo(`${response} ${v2hash} ${request.query.get('signature')} ${APP_PSK}`)
          : undefined;
      },
    });
    const seen: unknown[] = [];
    const events: LogEvent[] = [];
    const requests: AttemptRequest[] = [];
    const mismatches: unknown[] = [];
    const store = memorySessionStore();
    const client = platform.client({
      store,
      cache: memoryCache(),
      log: (event) => events.push(event),
      onMismatch: (mismatch) => mismatches.push({ ...mismatch, given: '' }),
      middleware: [(request, next) => (requests.push(request), next(request))],
    });
    if (at === 'session/create') seen.push(await errorOf(client.login(LOGIN)));
    echoing = at !== 'session/create';
    const person = await client.login(LOGIN, {
      relogin: () => Promise.reject(new Error(`password=${LOGIN.password}`)),
    });
    const call = person.item.view();
    if (at === 'item/view') await call.catch((error: unknown) => seen.push(error));
    else await call;
    const last = person.options.session?.id ?? '';
    platform.dead.add(last);
    seen.push(await errorOf(person.user.viewme()), await errorOf(person.user.viewme()));
    seen.push(client, person, call, person.options, person.options.session, store, events, requests, mismatches);
    expect(seen.length).toBeGreaterThan(10);
    const text = seen.map(shown).join('\n');
    secrets.delete('');
    expect(secrets.size).toBeGreaterThan(8);
    expect([...secrets].filter((secret) => text.includes(secret))).toEqual([]);
    expect(person.options.session?.save().key).toBe(keyOf(last));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalText } from '../src/command-line/texts.js';
import { type JournalEntry, type TestServer, createTestServer } from '../src/index.js';
import { printableLine, printableText } from '../src/explain/printable-text.js';
import { createSecretIndex } from '../src/redaction/secret-index.js';
import { recordTypes } from '../src/state/json/record-types.js';
import { inProcess } from './adapters.js';
import { signFor } from './ask.js';
import { initialize, login } from './login.js';
import { form, hmac } from './sign.js';

const refused: JournalEntry[] = [];
const server = createTestServer({ explain: true, onRefusal: (entry) => refused.push(entry) });
const { user, application, account, login: person } = server.credentials;
server.state.users.add({ username: 'quoted', psk: `it's "a" b/c+d & é` });
const session = await login(server);
const { challenge } = (await initialize(server)).body;
const [item] = server.state.items;
const uploadtoken = server.state.uploadtokens.add({ item: item?.id ?? '' });
const service = server.state.services.add({ name: 'S', responses: { 'a-valid-sso-response': 'ann' } });
const former = server.state.users.add({ username: 'once' });
server.state.users.update(former.id, { psk: 'a-key-of-its-own-choice' });
const gone = server.state.applications.add({ name: 'gone' });
server.state.applications.remove(gone.id);

/** Every kind of secret, by where it is from. */
const secrets: Readonly<Record<string, string>> = {
  'the PSK of the user': user.psk,
  'the PSK of another user': server.state.users.find(({ username }) => username === 'reader')?.psk ?? '',
  'a PSK that has to be escaped': `it's "a" b/c+d & é`,
  'a PSK that was replaced': former.psk,
  'a PSK that was chosen': 'a-key-of-its-own-choice',
  'the PSK of an application': application.psk,
  'the PSK of an application that is gone': gone.psk,
  "the session's key": session.key,
  "the session's ID and key in one": `${session.id}${session.key}`,
  'a challenge': challenge,
  'an upload token': uploadtoken.token,
  'a response for single sign-on': Object.keys(service.responses)[0] ?? '',
  'the password': person.password,
  'its v2 hash': server.state.users.get(user.id)?.password?.v2hash ?? '',
  'what is kept of it': server.state.users.get(user.id)?.password?.s ?? '',
};

interface Sent {
  readonly target: string;
  readonly body: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
}

const now = String(Math.floor(server.clock.now() / 1000));
const usual: readonly (readonly [string, string])[] = [
  ['api', '3'],
  ['format', 'json'],
  ['authentication_type', 'user'],
  ['account', account],
  ['timestamp', now],
  ['user', user.id],
];

function withParameter(name: string, value: string): Sent {
  const pairs = [...usual.filter(([given]) => given !== name), [name, value] as const];
  const query = form(pairs);
  const path = '/api/item/view';
  return { target: `${path}?${query}&signature=${hmac(user.psk, `${path}?${query}&`)}`, body: '' };
}

function ofApplication(name: string, value: string): Sent {
  const sent = withParameter(name, value);
  return { ...sent, target: sent.target.replace('authentication_type=user', 'authentication_type=application') };
}

/** With a right signature, or one with a known mistake, so that the strings to sign are compared. */
function withArguments(args: Record<string, string>, wrongly = false): Sent {
  const { target, body, signature, path, query } = signFor(server, { account, args });
  if (!wrongly) return { target, body };
  const bare = `${path}?${query.replace(/&signature=.*/, '')}`;
  return { target: target.replace(signature, hmac(user.psk, bare + body)), body };
}

function typed(type: string, body: string): Sent {
  return { ...signFor(server, { account, body }), body, headers: { 'content-type': type } };
}

/** Every place of a request. */
const places: Readonly<Record<string, (secret: string) => Sent>> = {
  'as user=': (secret) => withParameter('user', secret),
  'as application=': (secret) => ofApplication('application', secret),
  'as session=': (secret) => ofApplication('session', secret),
  'as account=': (secret) => withParameter('account', secret),
  'as customer=': (secret) => withParameter('customer', secret),
  'as timezone=': (secret) => withParameter('timezone', secret),
  'as timestamp=': (secret) => withParameter('timestamp', secret),
  'as api=': (secret) => withParameter('api', secret),
  'as signature=': (secret) => ({
    ...withParameter('x', ''),
    target: `/api/item/view?${form([...usual, ['signature', secret]])}`,
  }),
  'as a parameter of another name': (secret) => withParameter('pre_shared_key', secret),
  'as the name of a parameter': (secret) => withParameter(secret, '1'),
  'in brackets of a parameter': (secret) => withParameter(`a[${secret}]`, '1'),
  'as an argument': (secret) => withArguments({ searchtitle: secret }),
  'as an argument, wrongly signed': (secret) => withArguments({ searchtitle: secret }, true),
  'as a whole number': (secret) => withArguments({ limit: secret }),
  'as the name of an argument': (secret) => withArguments({ [secret]: '1' }),
  'as the name of one, wrongly signed': (secret) => withArguments({ [secret]: '1' }, true),
  'in brackets': (secret) => withArguments({ 'a[password]': secret }),
  'in brackets, wrongly signed': (secret) => withArguments({ 'a[password]': secret }, true),
  'within an address': (secret) => withArguments({ returnurl: `https://a.test/?token=${secret}#x` }),
  'within text, wrongly signed': (secret) => withArguments({ description: `my key is ${secret}, really` }, true),
  'behind a long text': (secret) => withArguments({ [`${'x'.repeat(80)}${secret}`]: '1' }),
  'upper-cased': (secret) => withArguments({ searchtitle: secret.toUpperCase() }, true),
  'in Base64': (secret) => withArguments({ searchtitle: Buffer.from(`user:${secret}`).toString('base64') }, true),
  'in the path': (secret) => ({ target: `/api/item/${encodeURIComponent(secret)}`, body: '' }),
  'in another path': (secret) => ({ target: `/${encodeURIComponent(secret)}?x=1`, body: '' }),
  'as the action': (secret) =>
    signFor(server, { path: `/api/item/${secret.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}` }),
  'behind & in the path': (secret) => ({ target: `/api/item/view&user=${encodeURIComponent(secret)}`, body: '' }),
  'in a text': (secret) => typed('text/plain', `response: ${secret}`),
  'in JSON': (secret) => typed('application/json', JSON.stringify({ title: secret, a: { b: [secret], [secret]: 1 } })),
  'in multipart': (secret) =>
    typed(
      'multipart/form-data; boundary=b',
      `--b\r\nContent-Disposition: form-data; name="title"\r\n\r\n${secret}\r\n--b--`,
    ),
  'in a header': (secret) => ({
    ...withArguments({}),
    headers: { 'x-key': Buffer.from(secret).toString('base64'), 'content-type': secret.replaceAll(/[^ -~]/g, '') },
  }),
  'as the method': (secret) => ({
    target: '/api/item/view',
    body: '',
    method: secret.replaceAll(/[^A-Za-z0-9-]/g, '') || 'GET',
  }),
};

function forms(secret: string): string[] {
  const bare = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), form([['', secret]]).slice(1)];
  return [...bare, secret.toUpperCase(), Buffer.from(secret).toString('base64').slice(0, -4)];
}

/** All that is shown of requests: journal, inspector and console, and the answers. */
async function shown(from: TestServer, answers: readonly string[]): Promise<string> {
  const local = { headers: { host: 'streamone.test' } };
  const inspector = await from.fetch(`${from.url}/__streamone/journal`, local);
  const list = await from.fetch(`${from.url}/__streamone/inspector/live`, local);
  return [
    JSON.stringify(from.journal.entries()),
    await inspector.text(),
    await list.text(),
    ...refused.map(refusalText),
    ...answers,
  ].join('\n');
}

async function send({ target, body, method = 'POST', headers = {} }: Sent): Promise<string> {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const init = method === 'GET' ? { method, headers } : { method, body, headers: { ...type, ...headers } };
  try {
    const response = await server.fetch(`${server.url}${target}`, init);
    return `${JSON.stringify([...response.headers])} ${await response.text()}`;
  } catch (error) {
    // What fetch itself does not send was not received.
    if (server.journal.entries().length > 0) throw error;
    return '';
  }
}

describe('wherever it is sent, it is not shown:', () => {
  test.each(Object.entries(secrets))('%s', async (_, secret) => {
    expect(secret.length).toBeGreaterThan(10);
    for (const [place, put] of Object.entries(places)) {
      server.journal.clear();
      refused.length = 0;
      const answer = await send(put(secret));
      const told = await shown(server, [answer]);
      for (const text of forms(secret)) expect(told.toLowerCase(), place).not.toContain(text.toLowerCase());
      // Of a method or an action only letters and digits can be sent.
      if (answer !== '' && !/method|action/.test(place)) expect(told, place).toContain('[redacted]');
    }
  });

  test('also what is no secret of the server, under the name of one', async () => {
    for (const sent of [
      typed('text/plain', 'user: ann\nresponse: canary-1234'),
      withArguments({ 'a[password]': 'canary-1234', title: 'was canary-1234' }, true),
      withArguments({ returnurl: 'https://a.test/?uploadtoken=canary-1234' }, true),
      withParameter('hmac', 'canary-1234'),
      withParameter('userkey', 'canary-1234'),
      withParameter('appkey', 'canary-1234'),
    ]) {
      server.journal.clear();
      refused.length = 0;
      const answer = await send(sent);
      expect(server.journal.entries()).toHaveLength(1);
      expect(await shown(server, [answer])).not.toContain('canary-1234');
    }
  });
});

test('the state tells of every secret that its records have', () => {
  const all = new Set(server.state.secrets);
  for (const [kind, { types }] of Object.entries(recordTypes)) {
    for (const [field, { secret }] of Object.entries<{ readonly secret?: boolean }>({ ...types })) {
      if (secret !== true) continue;
      const records: Iterable<object> = Reflect.get(server.state, kind) as Iterable<object>;
      for (const record of records) {
        const value: unknown = Reflect.get(record, field);
        const texts =
          typeof value === 'string'
            ? [value]
            : field === 'responses'
              ? Object.keys({ ...(value as object) })
              : Object.values({ ...(value as object) });
        for (const text of texts) expect(all, `${kind}.${field}`).toContain(text);
      }
    }
  }
});

test('what a snapshot takes back stays secret', async () => {
  const own = createTestServer();
  const before = own.snapshot();
  const { psk } = own.state.users.add({ username: 'late' });
  own.restore(before);
  await inProcess.send(own, { target: `/api/item/view?user=${psk}`, body: '' });
  expect(own.journal.entries()).toHaveLength(1);
  expect(JSON.stringify(own.journal.entries())).not.toContain(psk);
});

test('what turns the direction of a text does not reach the terminal', () => {
  const turning = '\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u001B\r';
  expect(printableText(`a${turning}\nb é`)).toBe(`a${'\uFFFD'.repeat(14)}\nb é`);
  expect(printableLine('a\nb')).toBe('a\uFFFDb');
});

test('an index finds what searching for each would find', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', 'c', '/', ' ', 'é', 'İ'), maxLength: 40 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), text, text, fc.nat(4), (list, before, behind, which) => {
      const index = createSecretIndex();
      for (const secret of list) index.add(secret);
      const secret = list[which] ?? 'aaaaaaaaaaaa';
      const masked = index.mask(before + secret + behind);
      if (list[which] === undefined || secret.length < 6) return;
      expect(masked).not.toContain(secret);
      expect(masked.length - '[redacted]'.length).toBeLessThanOrEqual(before.length + behind.length + secret.length);
    }),
  );
});

test('a huge text is gone through soon, with many secrets known', () => {
  const index = createSecretIndex();
  for (let count = 0; count < 1000; count++) index.add(hmac(`${count}`, 'secret'));
  const text = 'secret of many, or %41 '.repeat(45_000);
  const start = performance.now();
  expect(index.mask(text)).toBe(text);
  expect(performance.now() - start).toBeLessThan(1000);
});

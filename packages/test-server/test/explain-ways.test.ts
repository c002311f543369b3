import { createHash, createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Explanation, type TestServer, createTestServer } from '../src/index.js';
import { inProcess } from './adapters.js';
import { login } from './login.js';
import { escape, form, hmac } from './sign.js';

/** The many ways in which one mistake is made, by what libraries of other languages do. */

const server = createTestServer();
server.clock.set(new Date('2026-02-03T04:05:06.700Z'));
server.clock.freeze();
const { user, application, account } = server.credentials;
const session = await login(server);
const time = String(Math.floor(server.clock.now() / 1000));
const path = '/api/item/view';
const FORM = 'application/x-www-form-urlencoded';

interface Sending {
  readonly query: string;
  readonly body?: string;
  readonly signature: string;
  readonly type?: string;
  readonly prefix?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(on: TestServer, sending: Sending): Promise<Explanation> {
  const { query, body = '', signature, type = FORM, prefix = '', headers = {} } = sending;
  const target = `${prefix}${path}?${query}${signature === '' ? '' : `&signature=${escape(signature)}`}`;
  await inProcess.send(on, { target, body, headers: { 'content-type': type, ...headers } });
  const { explanation } = on.journal.entries({ limit: 1 })[0] ?? {};
  if (explanation === undefined) throw new Error('it was not refused');
  return explanation;
}

const head = [
  ['api', '3'],
  ['format', 'json'],
  ['authentication_type', 'user'],
] as const;
const pairs = [...head, ['account', account], ['timestamp', time], ['user', user.id]] as const;
const query = form(pairs);
const args = { title: "it's ~a b*/é", limit: '1' };
const body = form(Object.entries(args));
const key = user.psk;

function encoded(encode: (text: string) => string): string {
  return Object.entries(args)
    .map(([name, value]) => `${name}=${encode(value)}`)
    .join('&');
}

/** What Python's quote leaves bare. */
function pythonQuote(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (char) => escape(char));
}

const sortedQuery = query.split('&').toSorted().join('&');
const sortedBody = body.split('&').toSorted().join('&');
const together = [...query.split('&'), ...body.split('&')].toSorted().join('&');
const withoutAccount = form(pairs.filter(([name]) => name !== 'account'));
const ownAccount = `account=${account}`;

const strings: readonly (readonly [name: string, how: string, string])[] = [
  ['rfc-3986', 'encodeURIComponent', `${query}&${encoded(encodeURIComponent)}`],
  ['rfc-3986', "Python's quote", `${query}&${encoded(pythonQuote)}`],
  ['rfc-3986', '"+" replaced by "%20"', `${query}&${body.replaceAll('+', '%20')}`],
  ['form-urlencoded', "Python's urlencode", `${query}&${body.replaceAll('%7E', '~')}`],
  ['sorted-keys', 'the parameters alone', `${sortedQuery}&${body}`],
  ['sorted-keys', 'the arguments alone', `${query}&${sortedBody}`],
  ['sorted-keys', 'all in one list', together],
  ['account-position', 'at the front', `${ownAccount}&${withoutAccount}&${body}`],
  ['account-position', 'first of the arguments', `${withoutAccount}&${ownAccount}&${body}`],
  ['account-position', 'last of the arguments', `${withoutAccount}&${body}&${ownAccount}`],
  ...pairs
    .filter(([name]) => name !== 'account')
    .map(([left]) => ['parameter-left-out', left, `${form(pairs.filter(([name]) => name !== left))}&${body}`] as const),
  ['timestamp-taken-twice', 'two seconds earlier', `${query.replace(time, String(Number(time) - 2))}&${body}`],
  ['html-escaped', 'within the lists alone', `${query.replaceAll('&', '&amp;')}&${body.replaceAll('&', '&amp;')}`],
  ['doubled-ampersand', 'at the end', `${query}&${body}&`],
  ['argument-not-sent', 'at the front', `${query}&item=&${body}`],
  ['argument-not-sent', 'in the middle', `${query}&${body.replace('&', '&searchtitle=&')}`],
  ['parameter-not-sent', 'a customer at the front', `customer=&${query}&${body}`],
  ['parameter-not-sent', 'a time zone at the end', `${query}&timezone=&${body}`],
  ['json-signed', 'as PHP writes it', `${query}&{"title":"it's ~a b*\\/\\u00e9","limit":1}`],
  ['json-signed', 'as Python writes it', `${query}&{"title": "it's ~a b*/\\u00e9", "limit": "1"}`],
];

describe('another string', () => {
  test.each(strings)('%s: %s', async (name, _, text) => {
    const { mistakes, received, summary } = await send(server, {
      query,
      body,
      signature: hmac(key, Buffer.from(`${path}?${text}`).toString('latin1')),
    });
    expect(mistakes).toEqual([name]);
    expect(received).toBe(`${path}?${text}`);
    if (name === 'parameter-left-out') expect(summary).toMatch(new RegExp(`Missing: ${_}\\.$`));
  });

  test.each(['/test', '/', '/a/b'])('path-as-sent: a base URL with %s', async (prefix) => {
    const signature = hmac(key, `${prefix}${path}?${query}&${body}`);
    expect((await send(server, { query, body, signature, prefix })).mistakes).toEqual(['path-as-sent']);
  });

  test.each([`https://api.example.org`, 'api.example.org'])('host-in-string: %s', async (host) => {
    const signature = hmac(key, `${host}${path}?${query}&${body}`);
    const headers = { host: 'api.example.org' };
    expect((await send(server, { query, body, signature, headers })).mistakes).toEqual(['host-in-string']);
  });

  test('what is sent as "%20" and signed as "+" is told of its other mistake alone', async () => {
    const spaced = body.replaceAll('+', '%20');
    const signature = hmac(key, `${path}?${query}${body}`);
    expect((await send(server, { query, body: spaced, signature })).mistakes).toEqual(['missing-ampersand']);
  });

  test('strings that are equal but for the value of a secret argument are said to be', async () => {
    const secret = 'password=CANARY+1';
    const signature = hmac(key, `${path}?${query}&password=CANARY%201`);
    const explanation = await send(server, { query, body: secret, signature });
    expect(explanation).toMatchObject({ mistakes: ['rfc-3986'], expected: `${path}?${query}&password=[redacted]` });
    expect(explanation.summary).toContain('within the value of a secret argument');
    expect(JSON.stringify(explanation)).not.toContain('CANARY');
  });
});

const inSession = form([
  ['api', '3'],
  ['format', 'json'],
  ['authentication_type', 'application'],
  ['account', account],
  ['timestamp', time],
  ['application', application.id],
  ['session', session.id],
]);
const { psk } = application;

describe('another key', () => {
  const keys: readonly (readonly [name: string, how: string, key: string])[] = [
    ['session-key-missing', 'alone', psk],
    ['session-key-misplaced', 'first', session.key + psk],
    ['session-key-misplaced', 'alone', session.key],
    ...['&', ':', '-', '.', '|', ' ', '+', ','].map(
      (sign) => ['session-key-misplaced', sign, `${psk}${sign}${session.key}`] as const,
    ),
    ['session-id-as-key', 'behind', psk + session.id],
    ['user-key-in-session', 'alone', user.psk],
    ['user-key-in-session', 'with the key', user.psk + session.key],
    ['key-with-blank', 'between', `${psk}\n${session.key}`],
    ['key-with-blank', 'behind', `${psk}${session.key}\n`],
    ['key-empty', 'nothing', ''],
  ];

  test.each(keys)('in a session, %s: %s', async (name, _, given) => {
    const explanation = await send(server, {
      query: inSession,
      body,
      signature: hmac(given, `${path}?${inSession}&${body}`),
    });
    expect(explanation.mistakes).toEqual([name]);
    for (const secret of [psk, session.key, user.psk]) expect(JSON.stringify(explanation)).not.toContain(secret);
  });

  test.each([
    ['key-decoded', 'from Base64', Buffer.from(key, 'base64')],
    ['key-decoded', 'to hex', Buffer.from(Buffer.from(key).toString('hex'))],
    ['key-in-other-case', 'lower', Buffer.from(key.toLowerCase())],
    ['key-with-blank', 'CRLF', Buffer.from(`${key}\r\n`)],
    ['key-with-blank', 'quotes', Buffer.from(`"${key}"`)],
  ])('%s: %s', async (name, _, given) => {
    const signature = createHmac('sha1', given).update(`${path}?${query}&${body}`).digest('hex');
    expect((await send(server, { query, body, signature })).mistakes).toEqual([name]);
  });

  test('a key longer than a block of the hash is tried as well', async () => {
    const long = createTestServer();
    const { user: own } = long.credentials;
    long.state.users.update(own.id, { psk: 'k'.repeat(100) });
    const stamped = query.replace(time, String(Math.floor(long.clock.now() / 1000)));
    const signature = hmac('k'.repeat(100), `${path}?${stamped}`);
    expect((await send(long, { query: stamped, signature })).mistakes).toEqual(['missing-ampersand']);
  });

  test('the key of another actor is named by its owner and never shown', async () => {
    const explanation = await send(server, {
      query,
      body,
      signature: hmac(application.psk, `${path}?${query}&${body}`),
    });
    expect(explanation.mistakes).toEqual(['key-of-another']);
    expect(explanation.summary).toContain(`It is that of the application "${application.id}" (Website)`);
    expect(explanation.summary).toContain(`says that it is from the user "${user.id}" (editor)`);
    expect(explanation.received).toBe(explanation.expected);
    expect(JSON.stringify(explanation)).not.toContain(application.psk);
  });

  test('with one more mistake both are told', async () => {
    const explanation = await send(server, {
      query,
      body,
      signature: hmac(application.psk, `${path}?${query}${body}`),
    });
    expect(explanation.mistakes).toEqual(['missing-ampersand', 'key-of-another']);
  });

  test.each(['key first', 'no key'])('a plain SHA-1: %s', async (how) => {
    const text = `${path}?${query}&${body}`;
    const signature = createHash('sha1')
      .update(how === 'no key' ? text : key + text)
      .digest('hex');
    expect((await send(server, { query, body, signature })).mistakes).toEqual(['sha1-without-hmac']);
  });
});

describe('a wrong key is never taken for a mistake', () => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/);
  const given = fc.dictionary(name, fc.string({ unit: 'binary', maxLength: 8 }), { maxKeys: 4 });
  const psks = new Set([application.psk, session.key, ...[...server.state.users].map((record) => record.psk)]);

  test('of encoding or any other', async () => {
    await fc.assert(
      fc.asyncProperty(
        given,
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.boolean(),
        async (fields, wrong, asSession) => {
          fc.pre(!psks.has(wrong) && wrong.trim() !== '');
          const sent = form(Object.entries(fields));
          const parameters = asSession ? inSession : query;
          const signature = hmac(wrong, `${path}?${parameters}&${sent}`);
          const explanation = await send(server, { query: parameters, body: sent, signature });
          expect(explanation.mistakes).toBeUndefined();
          expect(explanation.received).toBeUndefined();
          expect(explanation.summary).toContain('Either the key is wrong');
          expect(explanation.summary).toContain(
            asSession ? `the key of session "${session.id}"` : `the PSK of user "${user.id}"`,
          );
        },
      ),
      { numRuns: 15 },
    );
  });

  test.each([20, 32])('nor is a text of %i characters in place of a signature', async (length) => {
    const signature = 'Wn4qftMaWWPofsJjyHKrDOs9AunrkUZtWn4qftMaWWPo'.slice(0, length);
    const { summary, mistakes: made } = await send(server, { query, body, signature });
    expect(made).toBeUndefined();
    expect(summary).not.toContain('bare bytes');
    expect(summary).not.toContain('SHA256');
  });

  test.each([
    ['user', user],
    ['application', application],
  ])('a PSK in place of the ID of the %s is said to be one, and not repeated', async (type, { id, psk: held }) => {
    const wrong = form([...head.slice(0, 2), ['authentication_type', type], ['timestamp', time], [type, held]]);
    const explanation = await send(server, { query: wrong, body, signature: hmac(held, `${path}?${wrong}&${body}`) });
    expect(explanation).toMatchObject({ argument: type, expected: id });
    expect(JSON.stringify(explanation)).not.toContain(held);
  });

  test('and that of another actor is always taken for what it is', async () => {
    const actors = [...server.state.users, ...server.state.applications].filter(({ id }) => id !== user.id);
    await fc.assert(
      fc.asyncProperty(given, fc.constantFrom(...actors), async (fields, actor) => {
        const sent = form(Object.entries(fields));
        const signature = hmac(actor.psk, `${path}?${query}&${sent}`);
        const explanation = await send(server, { query, body: sent, signature });
        expect(explanation.mistakes).toEqual(['key-of-another']);
        expect(explanation.summary).toContain(`"${actor.id}"`);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a body that is no form', () => {
  const json = JSON.stringify({ title: 'a b', limit: 1, archived: false, password: 'CANARY' });
  const asForm = 'title=a+b&limit=1&archived=0&password=CANARY';
  const multipart = ['title', 'limit']
    .map((field) => `--xyz\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${args[field as 'title']}\r\n`)
    .join('')
    .concat('--xyz--\r\n');

  test('JSON, signed as a form', async () => {
    const signature = hmac(key, `${path}?${query}&${asForm}`);
    const explanation = await send(server, { query, body: json, signature, type: 'application/json' });
    expect(explanation).toMatchObject({ mistakes: ['body-is-no-form'] });
    expect(explanation.summary).toContain('The body is JSON.');
    expect(JSON.stringify(explanation)).not.toContain('CANARY');
  });

  test('multipart, signed as a form: an array for CURLOPT_POSTFIELDS', async () => {
    const signature = hmac(key, Buffer.from(`${path}?${query}&${body}`).toString('latin1'));
    const explanation = await send(server, {
      query,
      body: multipart,
      signature,
      type: 'multipart/form-data; boundary=xyz',
    });
    expect(explanation).toMatchObject({ mistakes: ['body-is-no-form'] });
    expect(explanation.summary).toContain('http_build_query($arguments)');
  });

  test.each([
    ['JSON', json, 'application/json'],
    ['JSON', json, FORM],
    ['multipart', multipart, 'multipart/form-data; boundary=xyz'],
    ['XML', '<a password="CANARY"/>', 'text/xml'],
  ])('%s, signed as it is, with %#', async (kind, sent, type) => {
    const signature = createHmac('sha1', key).update(`${path}?${query}&${sent}`).digest('hex');
    const explanation = await send(server, { query, body: sent, signature, type });
    expect(explanation.argument).toBe('Content-Type');
    expect(explanation.summary).toContain(`The body is ${kind}, and the API takes the arguments as a form`);
    expect(JSON.stringify(server.journal.entries())).not.toContain('CANARY');
  });

  test('JSON with a wrong signature says so too, and shows it masked', async () => {
    const explanation = await send(server, {
      query,
      body: json,
      signature: hmac('wrong', 'x'),
      type: 'application/json',
    });
    expect(explanation.summary).toMatch(
      /^The body is JSON, with "Content-Type: application\/json": send the arguments as a form, /,
    );
    expect(explanation.expected).toContain('"password":"[redacted]"');
  });
});

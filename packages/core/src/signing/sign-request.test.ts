import { createHmac, webcrypto } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { tally, vectors } from '../../test/vectors.js';
import {
  type ApiRequest,
  type ArgumentValue,
  type Credentials,
  type CryptoKeyLike,
  type Hmac,
  InvalidArgumentError,
  application,
  session,
  signRequest,
  user,
} from '../index.js';

interface SigningCase {
  readonly name: string;
  readonly auth: { readonly type: 'user' | 'application'; readonly id: string; readonly psk: string };
  readonly session: { readonly id: string; readonly key: string } | null;
  readonly command: string;
  readonly action: string;
  readonly timestamp: number;
  readonly arguments: readonly { readonly name: string; readonly type: string; readonly value: ArgumentValue }[];
  readonly parameters: readonly (readonly [string, string | number])[];
  readonly parameters_query: string;
  readonly arguments_query: string;
  readonly string_to_sign: string;
  readonly signature: string;
  readonly contract: string;
  readonly why?: string;
}

const cases = vectors('signing') as readonly SigningCase[];
const nodeHmac: Hmac = (key, message) => {
  if (typeof key !== 'string') throw new Error('a text was expected');
  return createHmac('sha1', key).update(message).digest('hex');
};

function credentialsOf(golden: SigningCase): Credentials {
  if (golden.auth.type === 'user') return user(golden.auth);
  const through = application(golden.auth);
  return golden.session === null ? through : session(through, golden.session);
}

function requestOf(golden: SigningCase): ApiRequest {
  const parameter = (name: string): string | undefined => golden.parameters.find(([key]) => key === name)?.[1] as never;
  const accounts = parameter('account')?.split(',');
  return {
    command: golden.command,
    action: golden.action,
    arguments: golden.arguments.map(({ name, value }) => [name, value] as const),
    ...(accounts?.length === 1 ? { account: accounts[0] } : { accounts }),
    customer: parameter('customer'),
    timezone: parameter('timezone'),
  };
}

test('no case has disappeared', () => {
  expect(tally(cases.map(({ contract }) => contract))).toEqual({
    same: 45,
    refused: 5,
    'other order': 3,
    differs: 2,
    'reference only': 2,
  });
});

describe.each([
  ['WebCrypto', undefined],
  ['node:crypto', nodeHmac],
])('with %s', (_, hmac) => {
  test.each(cases.filter(({ contract }) => contract === 'same'))('golden: $name', async (golden) => {
    const signed = await signRequest(requestOf(golden), credentialsOf(golden), { timestamp: golden.timestamp, hmac });
    expect({ ...signed }).toEqual({
      path: `/api/${golden.command}/${golden.action}`,
      query: `${golden.parameters_query}&signature=${golden.signature}`,
      body: golden.arguments_query,
      stringToSign: golden.string_to_sign,
      signature: golden.signature,
    });
  });
});

test('with a CryptoKey, wherever the key is one', async () => {
  const single = cases.filter((golden) => golden.contract === 'same' && golden.session === null);
  expect(single.length).toBeGreaterThan(35);
  for (const golden of single) {
    const psk = await webcrypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(golden.auth.psk),
      { name: 'HMAC', hash: 'SHA-1' },
      false,
      ['sign'],
    );
    const credentials = (golden.auth.type === 'user' ? user : application)({ id: golden.auth.id, psk });
    const { signature } = await signRequest(requestOf(golden), credentials, { timestamp: golden.timestamp });
    expect(signature, golden.name).toBe(golden.signature);
  }
});

test('a session needs the key of its application as text', () => {
  const psk: CryptoKeyLike = { type: 'secret', extractable: false, algorithm: {}, usages: [] };
  expect(() => session(application({ id: 'a', psk }), { id: 's', key: 'k' })).toThrow(
    /^psk: expected the application's pre-shared key as text, given \[redacted\]\. A session signs/,
  );
});

const reasons: Record<string, RegExp> = {
  'comma inside an element': /arg\[0\]: expected an element without a comma, given "a,b"/,
  'a map': /arg: expected a string, number, .* given an object/,
  'argument name': /expected an argument name that is not empty and has no "\."/,
};

test.each(cases.filter(({ contract }) => contract === 'refused'))('refused: $name', async (golden) => {
  const signing = signRequest(requestOf(golden), credentialsOf(golden), { timestamp: golden.timestamp });
  await expect(signing).rejects.toThrow(InvalidArgumentError);
  await expect(signing).rejects.toThrow(reasons[golden.why ?? ''] ?? /there is no such reason/);
  await expect(signing).rejects.toMatchObject({ command: golden.command, action: golden.action });
});

const ours = user({ id: 'U', psk: 'k' });
const sign = (request: Partial<ApiRequest>, timestamp = 1): ReturnType<typeof signRequest> =>
  signRequest({ command: 'item', action: 'view', ...request }, ours, { timestamp, hmac: nodeHmac });

test('parameters have one order, whatever the request says', async () => {
  const through = session(application({ id: 'A', psk: 'k' }), { id: 'S', key: 'sk' });
  const request = { command: 'item', action: 'view', timezone: 'Europe/Amsterdam', accounts: ['x', 'y'] };
  const { query } = await signRequest(request, through, { timestamp: 1, hmac: () => 'f00' });
  expect(query).toBe(
    'api=3&format=json&authentication_type=application&account=x%2Cy&timezone=Europe%2FAmsterdam&timestamp=1&application=A&session=S&signature=f00',
  );
  expect((await sign({ customer: 'C' })).query).toContain('authentication_type=user&customer=C&timestamp=1&user=U&');
});

test('the hmac is given the key and the finished string, once', async () => {
  const calls: unknown[] = [];
  const hmac: Hmac = (...call) => (calls.push(call), Promise.resolve('abc'));
  const through = session(application({ id: 'A', psk: 'PSK' }), { id: 'S', key: 'KEY' });
  const signed = await signRequest({ command: 'user', action: 'viewme' }, through, { timestamp: 7, hmac });
  expect(calls).toEqual([['PSKKEY', signed.stringToSign]]);
  expect(signed.stringToSign).toBe(
    '/api/user/viewme?api=3&format=json&authentication_type=application&timestamp=7&application=A&session=S&',
  );
});

test.each<[string, Partial<ApiRequest> & { readonly at?: number }, RegExp]>([
  ['a command with a slash', { command: 'item/view' }, /^command: expected lower-case letters.*given "item\/view"/],
  ['an empty action', { action: '' }, /action: expected lower-case letters and digits.*given ""/],
  ['a command that is no text', { command: 5 as never }, /command: expected lower-case/],
  ['upper case', { action: 'View' }, /action: .*given "View"/],
  ['a digit first', { command: '3d' }, /command: .*given "3d"/],
  ['account and accounts', { account: 'a', accounts: ['b'] }, /at most one of account, accounts and customer/],
  ['account and customer', { account: 'a', customer: 'b' }, /at most one of account, accounts and customer/],
  ['an account with a comma', { account: 'a,b' }, /account: .*given "a,b"\. Several accounts go into "accounts"/],
  ['an empty account', { account: '' }, /account: expected an ID that is not empty/],
  ['an account that is null', { account: null as never }, /account: .*given null/],
  ['no accounts', { accounts: [] }, /accounts: expected an array of at least one ID, given an array of 0/],
  ['accounts as text', { accounts: 'ab' as never }, /accounts: expected an array/],
  ['an account with a comma in the list', { accounts: ['a', 'b,c'] }, /accounts\[1\]: .*given "b,c"/],
  ['an empty customer', { customer: '' }, /customer: expected an ID/],
  ['an empty zone', { timezone: '' }, /timezone: expected the name of a zone/],
  ['a zone that is no text', { timezone: 1 as never }, /timezone: expected the name of a zone.*given 1/],
  ['half an emoji in the account', { account: '\uD83C' }, /account: expected text that has a UTF-8 form/],
  ['milliseconds', { at: 1_452_846_289_000 }, /timestamp: .*look like milliseconds/],
  ['half a second', { at: 1.5 }, /timestamp: expected UNIX time in whole seconds, given 1\.5\.$/],
  ['no time', { at: Number.NaN }, /timestamp: .*given NaN/],
  ['a time before 1970', { at: -1 }, /timestamp: .*given -1/],
])('refused: %s', async (_, { at, ...request }, message) => {
  const signing = sign(request, at);
  await expect(signing).rejects.toThrow(InvalidArgumentError);
  await expect(signing).rejects.toThrow(message);
});

test.each([
  ['nothing', undefined],
  ['an object of the same look', { type: 'user', id: 'U', psk: 'canary' }],
  ['a session without its key', { type: 'session', id: 'S', key: 'canary' }],
])('credentials that are %s are refused, and not shown', async (_, credentials) => {
  const signing = signRequest({ command: 'item', action: 'view' }, credentials as never, { timestamp: 1 });
  await expect(signing).rejects.toThrow(
    /^credentials: expected what user\(…\), application\(…\) or session\(…\) gives/,
  );
  await expect(signing).rejects.not.toThrow(/canary/);
});

test.each([
  ['user', () => user({ id: '', psk: 'k' }), /^id: expected the ID of the user, .*given ""/],
  ['user', () => user({ id: 'U', psk: '' }), /^psk: expected the pre-shared key of the user.*given \[redacted\]/],
  ['application', () => application({ id: 'A', psk: 4711 as never }), /^psk: .*given \[redacted\]/],
  ['application', () => application({ id: 'A', psk: {} as never }), /^psk: expected a text or a CryptoKey/],
  ['application', () => application({ id: 'A', psk: null as never }), /^psk: expected the pre-shared key/],
  ['session', () => session(application({ id: 'A', psk: 'k' }), { id: '', key: 'k' }), /^id: expected the ID of the/],
  ['session', () => session(application({ id: 'A', psk: 'k' }), { id: 'S', key: '' }), /^key: .*\[redacted\]/],
])('%s: incomplete credentials are refused', (_, make, message) => {
  expect(make).toThrow(InvalidArgumentError);
  expect(make).toThrow(message);
});

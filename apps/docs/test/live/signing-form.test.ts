import { createTestServer } from '@streamone/test-server';
import { describe, expect, test } from 'vitest';
import { exampleAccount, exampleCredentials } from '../../live/signing/example-credentials.ts';
import { curlLine } from '../../live/signing/curl-line.ts';
import { explainPasted, notRead, readPasted, wrongExample } from '../../live/signing/refused-request.ts';
import { type SigningForm, type TypedArgument, newSigningForm } from '../../live/signing/signing-form.ts';
import { signingResult } from '../../live/signing/signing-result.ts';
import type { ArgumentKind } from '../../live/signing/typed-value.ts';
import { type GoldenRequest, goldenRequests, parameterOf } from './vectors.ts';

const KINDS: Readonly<Record<string, ArgumentKind>> = {
  bool: 'boolean',
  float: 'number',
  int: 'number',
  list: 'list',
  null: 'null',
  string: 'text',
};

function typed(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n');
  if (typeof value === 'string') return value;
  return value === false || value === null ? '' : JSON.stringify(value);
}

/** A golden request as somebody would type it. */
function formOf(golden: GoldenRequest): SigningForm {
  const form = newSigningForm(golden.timestamp);
  form.signer = golden.session === null ? golden.auth.type : 'session';
  form[golden.auth.type] = { id: golden.auth.id, psk: golden.auth.psk };
  if (golden.session !== null) form.session = { ...golden.session };
  for (const name of ['account', 'customer', 'timezone'] as const) form[name] = parameterOf(golden, name);
  form.command = golden.command;
  form.action = golden.action;
  form.arguments = golden.arguments.map(({ name, type, value }, row) => {
    return { row, name, kind: KINDS[type] ?? 'text', text: typed(value) };
  });
  return form;
}

const golden = goldenRequests();

test('there are golden requests', () => {
  expect(golden).toHaveLength(45);
});

test.each(golden)('typed, it is signed as the reference SDK signs it: $name', async (request) => {
  expect(await signingResult(formOf(request))).toMatchObject({
    stringToSign: request.string_to_sign,
    signature: request.signature,
    body: request.arguments_query,
    key: request.auth.psk + (request.session?.key ?? ''),
  });
});

test('the parts that are shown make up the string that is signed', async () => {
  for (const request of golden) {
    const result = await signingResult(formOf(request));
    if ('refused' in result) throw new Error(result.refused);
    const { path, parameters, body, stringToSign, parameterPairs, argumentPairs, url, signature } = result;
    expect(`${path}?${parameters}&${body}`).toBe(stringToSign);
    expect(parameterPairs.map(({ name, value }) => [name, value])).toEqual(
      request.parameters.map(([name, value]) => [name, String(value)]),
    );
    expect(argumentPairs.map((pair) => `${pair.writtenName}=${pair.writtenValue}`).join('&')).toBe(body);
    expect(url).toBe(`http://127.0.0.1:8080${path}?${parameters}&signature=${signature}`);
  }
});

test.each<[string, (form: SigningForm) => void, RegExp]>([
  ['no key', (form) => (form.user.psk = ''), /psk: expected the pre-shared key of the user/],
  ['an account and a customer', (form) => (form.customer = 'c'), /at most one of account, accounts and customer/],
  ['no timestamp', (form) => (form.timestamp = ''), /timestamp: .*given NaN/],
  ['milliseconds', (form) => (form.timestamp = '1452846289000'), /look like milliseconds/],
  ['a command in capitals', (form) => (form.command = 'Item'), /command: .*given "Item"/],
  ['a name that PHP renames', (form) => form.arguments.push({ row: 9, name: 'a.b', kind: 'text', text: '' }), /a\.b/],
  [
    'a comma in a list',
    (form) => form.arguments.push({ row: 9, name: 'item', kind: 'list', text: 'a\nb,c' }),
    /item\[1\]: expected an element without a comma/,
  ],
  ['no number', (form) => form.arguments.push({ row: 9, name: 'n', kind: 'number', text: '' }), /finite number/],
  [
    'text for a number',
    (form) => form.arguments.push({ row: 9, name: 'n', kind: 'number', text: 'abc' }),
    /given "abc"/,
  ],
  ['no address', (form) => (form.baseUrl = 'nonsense'), /url: .*given "nonsense"/],
  ['another address', (form) => (form.baseUrl = 'ftp://127.0.0.1'), /url: .*http:\/\//],
  ['no date', (form) => form.arguments.push({ row: 9, name: 'd', kind: 'date', text: 'soon' }), /valid date/],
  [
    'a day that does not exist',
    (form) => form.arguments.push({ row: 9, name: 'd', kind: 'date', text: '2020-02-30T00:00:00Z' }),
    /valid date/,
  ],
])("what can't be sent is refused in core's words: %s", async (_, spoil, message) => {
  const form = newSigningForm(1_452_846_289);
  spoil(form);
  const { refused } = (await signingResult(form)) as { readonly refused: string };
  expect(refused).toMatch(message);
});

test.each<[string, TypedArgument, object]>([
  ['a value', { row: 9, name: 'n', kind: 'number', text: 'abc' }, { nameOf: undefined, valueOf: 9 }],
  ['an element', { row: 9, name: 'item', kind: 'list', text: 'a\nb,c' }, { nameOf: undefined, valueOf: 9 }],
  ['an empty name', { row: 9, name: '', kind: 'text', text: 'x' }, { nameOf: 9, valueOf: undefined }],
  ['a name that PHP renames', { row: 9, name: 'a.b', kind: 'text', text: 'x' }, { nameOf: 9, valueOf: undefined }],
  ['a name given twice', { row: 9, name: 'limit', kind: 'number', text: '6' }, { nameOf: 9, valueOf: undefined }],
])('the field that is at fault is known: %s', async (_, argument, fault) => {
  const form = newSigningForm(1_452_846_289);
  form.arguments.push(argument);
  expect(await signingResult(form)).toMatchObject(fault);
});

test('an ID that is missing is named as the form names it', async () => {
  const form = newSigningForm(1_452_846_289);
  const request = readPasted(await wrongExample(form));
  if (request === undefined) throw new Error('the example is no request');
  form.user.id = '';
  await expect(explainPasted(request, form)).rejects.toThrow(/^User ID: expected an ID/);
  form.signer = 'application';
  form.application.id = '';
  await expect(explainPasted(request, form)).rejects.toThrow(/^Application ID: expected an ID/);
});

test('a date goes out in UTC, an address has no slash too many', async () => {
  const form = newSigningForm(1);
  form.baseUrl = 'https://proxy.example/streamone/';
  form.arguments = [{ row: 1, name: 'mindatecreated', kind: 'date', text: '2024-01-31T12:00:00Z' }];
  const result = await signingResult(form);
  expect(result).toMatchObject({ body: 'mindatecreated=2024-01-31+12%3A00%3A00%40UTC' });
  expect(result).toHaveProperty(
    'url',
    expect.stringMatching(/^https:\/\/proxy\.example\/streamone\/api\/item\/view\?/),
  );
});

describe('a refused request', () => {
  test.each(['user', 'application', 'session'] as const)('of %s: its mistake is told', async (signer) => {
    const form = newSigningForm(1_452_846_289);
    form.signer = signer;
    const request = readPasted(await wrongExample(form));
    if (request === undefined) throw new Error('the example is no request');
    const { signed, explanation } = await explainPasted(request, form);
    expect(signed).toBe(false);
    expect(explanation?.mistakes).toEqual(['arguments-left-out']);
    form.arguments = [];
    const without = readPasted(await wrongExample(form));
    if (without === undefined) throw new Error('the example is no request');
    expect((await explainPasted(without, form)).explanation?.mistakes).toEqual(['missing-ampersand']);
  });

  test('what the form shows as sent is found to be right', async () => {
    const form = newSigningForm(1_452_846_289);
    const result = await signingResult(form);
    if ('refused' in result) throw new Error(result.refused);
    const pasted = readPasted(`POST ${result.url} HTTP/1.1\n\n${result.body}\n`);
    expect(pasted).toEqual({ method: 'POST', target: result.url, body: result.body });
    if (pasted === undefined) return;
    expect(await explainPasted(pasted, form)).toMatchObject({ signed: true, explanation: undefined });
  });

  test('so is the line for curl that the form shows, whatever is in it', async () => {
    const form = newSigningForm(1_452_846_289);
    form.arguments = [{ row: 1, name: 'title', kind: 'text', text: "it's 'so' & more" }];
    for (const also of [{}, { arguments: [] }]) {
      const result = await signingResult(Object.assign(form, also));
      if ('refused' in result) throw new Error(result.refused);
      const pasted = readPasted(`$ ${result.curl}\n`);
      expect(pasted).toEqual({ method: 'POST', target: result.url, body: result.body });
      if (pasted === undefined) return;
      expect(await explainPasted(pasted, form)).toMatchObject({ headline: 'The signature is right.' });
    }
    expect(readPasted(curlLine("http://127.0.0.1/it's", "a='b'"))).toMatchObject({
      target: "http://127.0.0.1/it's",
      body: "a='b'",
    });
  });

  test('other lines for curl are read elsewhere, which is told', () => {
    const line = 'curl -d a=b "http://127.0.0.1/api/item/view?api=3"';
    expect(readPasted(line)).toBeUndefined();
    expect(notRead(line)).toContain('streamone verify');
    expect(notRead('curly')).toContain('This is no request');
  });

  test.each<[string, (target: string, form: SigningForm) => string]>([
    ['a parameter that lacks', (target) => target.replace('&format=json', '')],
    ['a user that there is not', (target, { user }) => target.replace(`user=${user.id}`, 'user=nobody')],
    ['a parameter that is not known', (target) => target.replace('?', '?bogus=1&')],
  ])('need not be signed wrong: %s', async (_, spoil) => {
    const form = newSigningForm(1_452_846_289);
    const result = await signingResult(form);
    if ('refused' in result) throw new Error(result.refused);
    const request = { method: 'POST', target: spoil(result.url, form), body: result.body };
    const finding = await explainPasted(request, form);
    expect(finding.headline).toBe('It would be refused.');
    const wrong = await explainPasted({ ...request, target: result.url, body: `${result.body}&a=b` }, form);
    expect(wrong.headline).toBe('It is not signed right.');
  });

  test.each(['', 'what is this', 'limit=5&order=asc'])('is none: %j', (text) => {
    expect(readPasted(text)).toBeUndefined();
  });
});

test('the form begins with what the test server has', () => {
  const { user, application, account } = createTestServer().credentials;
  expect(exampleCredentials).toMatchObject({ user, application });
  expect(exampleAccount).toBe(account);
});

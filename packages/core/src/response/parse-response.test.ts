import { expect, test } from 'vitest';
import { MalformedResponseError, excerpt, parseResponse } from '../index.js';

const header = {
  status: 0,
  statusmessage: 'OK',
  apiversion: 3,
  cacheable: true,
  count: 1,
  timezone: 'Europe/Amsterdam',
};

test.each<[string, unknown]>([
  ['a body', { header, body: [{ id: 'x' }] }],
  ['a body that is null', { header, body: null }],
  ['a body that is false', { header, body: false }],
  ['an unknown status', { header: { status: 99_999, statusmessage: 'New' }, body: null }],
  ['a negative status', { header: { status: -1, statusmessage: '' }, body: null }],
  ['unknown fields', { header: { ...header, extra: { deep: 1 } }, body: {}, more: 1 }],
])('valid: %s', (_, envelope) => {
  expect(parseResponse(JSON.stringify(envelope))).toEqual(envelope);
  expect(parseResponse(`\r\n ${JSON.stringify(envelope, null, 2)}\n`)).toEqual(envelope);
});

const ok = '{"header":{"status":0,"statusmessage":"OK"},"body":[{"id":"x"}]}';

test.each([
  ['empty', '', /it is not JSON; it is empty$/],
  ['blank', ' \n', /it is not JSON; it is empty$/],
  ['HTML', '\n<!DOCTYPE html><h1>502</h1>', /it looks like HTML, not JSON; it begins: <!DOCTYPE html><h1>502<\/h1>$/],
  ['plain text', 'Service Unavailable', /it is not JSON; it begins: Service Unavailable$/],
  ['truncated', ok.slice(0, -5), /it is not JSON; it begins: \{"header"/],
  ['two answers', ok + ok, /it is not JSON/],
  ['null', 'null', /it is not an object; it begins: null$/],
  ['a list', `[${ok}]`, /it is not an object/],
  ['a text', '"header body"', /it is not an object/],
  ['no header', '{"body":1}', /it has no "header"/],
  ['no body', '{"header":{"status":0,"statusmessage":"OK"}}', /it has no "body"/],
  ['a header that is null', '{"header":null,"body":1}', /its "header" is not an object/],
  ['a header that is a list', '{"header":[],"body":1}', /its "header" is not an object/],
  ['no status', '{"header":{"statusmessage":"OK"},"body":1}', /"header\.status" is not an integer/],
  ['a status as text', '{"header":{"status":"0","statusmessage":"OK"},"body":1}', /"header\.status" is not an integer/],
  ['half a status', '{"header":{"status":0.5,"statusmessage":"OK"},"body":1}', /"header\.status" is not an integer/],
  ['no message', '{"header":{"status":0},"body":1}', /"header\.statusmessage" is not a string/],
  ['a message that is null', '{"header":{"status":0,"statusmessage":null},"body":1}', /statusmessage" is not a string/],
  ['fields by way of a prototype', '{"__proto__":{"header":{},"body":1}}', /it has no "header"/],
])('malformed: %s', (_, text, message) => {
  expect(() => parseResponse(text)).toThrow(MalformedResponseError);
  expect(() => parseResponse(text)).toThrow(message);
  expect(() => parseResponse(text)).toThrow(/^the answer is no response of the API: /);
});

test('the message shows the first 200 characters, and no more', () => {
  const text = `<html>${'0123456789'.repeat(100)}`;
  const error = caught(text);
  expect(error.excerpt).toBe(`${text.slice(0, 200)}…`);
  expect(error.message.endsWith(`it begins: ${text.slice(0, 200)}…`)).toBe(true);
  expect(error.sent).toBe('yes');
});

test('the cut leaves no half of a character, nor control characters', () => {
  const shown = excerpt(`${'x'.repeat(199)}🎬🎬`);
  expect(shown).toBe(`${'x'.repeat(199)}…`);
  expect(excerpt('a\u0000\u001B[31mb\uD83C')).toBe('a [31mb ');
});

test.each([
  ['JSON', '{"header":{},"key":"canary","password" : "can\\"ary","n":1}'],
  ['a field that was cut off', '{"signature":"canary'],
  ['a form', 'POST /api/item/view?user=u&signature=canary&password=canary refused'],
  ['a form that is cut off', 'x&v2hash=canary'],
  ['escaped JSON', JSON.stringify({ log: JSON.stringify({ psk: 'canary', token: 'canary' }) }).slice(1)],
])('secrets are masked: %s', (_, text) => {
  const error = caught(text);
  expect(error.message).not.toMatch(/canary|ary"/);
  expect(error.excerpt).not.toMatch(/canary/);
  expect(error.message).toContain('[redacted]');
});

test('secrets that the caller knows are masked before the cut', () => {
  expect(excerpt(`${'x'.repeat(195)}canary-of-the-caller`, ['canary-of-the-caller'])).not.toContain('canar');
});

test.each([
  ['a list without end', '['.repeat(500_000)],
  ['quotes', '"psk":"'.repeat(500_000)],
  ['blanks', `"psk"${' '.repeat(2_000_000)}:`],
  ['words with hyphens', 'a-'.repeat(2_000_000)],
  ['backslashes', `"psk${'\\'.repeat(2_000_000)}`],
  ['forms', 'signature='.repeat(500_000)],
  ['brackets', '"token":['.repeat(500_000)],
])('huge and malformed is told quickly: %s', (_, text) => {
  const start = performance.now();
  expect(() => parseResponse(text)).toThrow(MalformedResponseError);
  expect(performance.now() - start).toBeLessThan(1000);
});

function caught(text: string): MalformedResponseError {
  try {
    parseResponse(text);
  } catch (error) {
    if (error instanceof MalformedResponseError) return error;
  }
  throw new Error('no MalformedResponseError was thrown');
}

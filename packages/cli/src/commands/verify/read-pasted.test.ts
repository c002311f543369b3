import { expect, test } from 'vitest';
import { readPasted } from './read-pasted.js';

const POST = { method: 'POST', headers: undefined, body: '' };

test.each([
  [
    'an address',
    ' https://a.example/api/item/view?api=3 \n',
    { ...POST, target: 'https://a.example/api/item/view?api=3' },
  ],
  ['a path', '/api/item/view?api=3', { ...POST, target: '/api/item/view?api=3' }],
  ['its body below it', 'post /a?b\r\n\r\nlimit=5&x=\r\n', { ...POST, target: '/a?b', body: 'limit=5&x=' }],
  ['another method', 'GET https://a.example/a', { ...POST, method: 'GET', target: 'https://a.example/a' }],
  ['JSON of sign', '{"method":"POST","url":"/a?b","body":"c=d","curl":null}', { ...POST, target: '/a?b', body: 'c=d' }],
  ['a curl line behind a prompt', "$ curl -d a=b '/x'", { method: 'POST', target: '/x', body: 'a=b' }],
  [
    'raw HTTP',
    'POST /a?b HTTP/1.1\r\nHost: a.example\r\nContent-Length: 5\r\n\r\ntitle=more',
    { method: 'POST', target: '/a?b', headers: { host: 'a.example', 'content-length': '5' }, body: 'title' },
  ],
  [
    'raw HTTP whose length counts bytes',
    'POST /a HTTP/1.1\ncontent-length: 4\n\n夜x\n',
    { method: 'POST', target: '/a', headers: { 'content-length': '4' }, body: '夜x' },
  ],
  [
    'raw HTTP without length',
    '\uFEFFPOST /a HTTP/2\nA:b\n\nc=d\n',
    { method: 'POST', target: '/a', headers: { a: 'b' }, body: 'c=d' },
  ],
  ['raw HTTP without headers', 'POST /a HTTP/1.0\n\nc=d', { method: 'POST', target: '/a', headers: {}, body: 'c=d' }],
  ['raw HTTP of which only the head is there', 'POST /a HTTP/1.1\nA: b', { method: 'POST', target: '/a', body: '' }],
])('%s', (_name, text, request) => {
  expect(readPasted(text)).toMatchObject(request);
});

test.each([
  ['nothing', ' \n', /given "nothing"/],
  ['a form alone', 'limit=5&title=x', /a form without its address.*on the line above/],
  ['broken JSON', '{"url":', /begins as JSON and is none/],
  ['other JSON', '{"limit":5}', /JSON without \\"url\\"/],
  ['something else', 'hello there', /something else/],
  ['what sign masked', '/a?b\nuserpsk=[redacted]', /a secret is masked/],
])('%s is refused', (_name, text, said) => {
  expect(() => readPasted(text)).toThrow(said);
});

test('a long text is read in no time, whatever is in it', () => {
  const start = performance.now();
  for (const text of [`/a${' '.repeat(200_000)}x`, `curl ${"'a'".repeat(100_000)}`, `curl ${'\\'.repeat(200_001)}`]) {
    try {
      readPasted(text);
    } catch {
      // Refused as well as read.
    }
  }
  expect(performance.now() - start).toBeLessThan(5000);
});

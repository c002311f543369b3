import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { readCurl } from './read-curl.js';

const hasCurl = spawnSync('curl', ['--version']).status === 0;

/** Runs lines in a real shell and tells what the real curl sent. */
async function sentByCurl(lines: readonly string[]): Promise<readonly object[]> {
  const sent: object[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      sent.push({ method, target: url, type: headers['content-type'], body: Buffer.concat(chunks).toString() });
      response.end();
    });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const script = lines.map((line) => line.replace('http://host', `http://127.0.0.1:${port}`)).join(' || exit\n');
  // What `\u00e9` is, bash takes from the locale.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const shell = spawn('bash', ['-c', script], { stdio: 'ignore', env });
  expect(await once(shell, 'close')).toEqual([0, null]);
  return sent;
}

const LINES = [
  `curl http://host/api/item/view?api=3`,
  `curl --data-raw "" "http://host/a?b=c&d=e"`,
  `curl -X POST 'http://host/a?b=c' -H 'Accept: */*' --compressed -s -o /dev/null`,
  `curl -sSd limit=5 --data 'title=a+b' http://host/a 2>/dev/null | cat`,
  `curl http://host/a \\\n  -H 'content-type: application/x-www-form-urlencoded' \\\n  --data-raw $'title=\\u00e9\\x27'`,
  `curl --data-urlencode 'title=a b!~é*' --data-urlencode 'a b(c)' --data-urlencode '=x@y' http://host/a`,
  `curl -G -d limit=5 --data-urlencode 'q=a&b' 'http://host/a?x=y'`,
  `curl -G -d limit=5 http://host/a`,
  `curl --json '{"limit": 5}' http://host/a`,
  `curl -H 'Content-Type: text/plain' -d x http://host/a`,
  `curl -XPUT -d x -A agent -m 5 -b 'a=b' http://host/a`,
  `curl --request DELETE --url http://host/a --max-time 5`,
  `curl -d '' http://host/a # nothing`,
];

test.skipIf(!hasCurl)('a line says what the real curl sends', async () => {
  const read = LINES.map((line) => {
    const { method, target, headers, body } = readCurl(line);
    return { method, target: target.replace('http://host', ''), type: headers?.['content-type'], body };
  });
  expect(read).toEqual(await sentByCurl(LINES));
});

test('-F is told to be multipart, with its fields', () => {
  const { headers, body } = readCurl(`curl -F limit=5 -F 'title=a=b' https://a.example/`);
  expect(headers?.['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(body.match(/name="\w+"\r\n\r\n.*/g)).toEqual(['name="limit"\r\n\r\n5', 'name="title"\r\n\r\na=b']);
});

test.each([
  ['-d @secret.txt', /the body is in the file secret\.txt.*--data-raw/],
  ['--data-urlencode name@secret.txt', /the body is in the file secret\.txt/],
  ['--data-binary @-', /the body is in the file -/],
  ['https://b.example', /a curl line with 2 addresses/],
  ['-d', /whose last option lacks its value/],
])('%s is refused', (more, said) => {
  expect(() => readCurl(`curl https://a.example ${more}`)).toThrow(said);
});

test('a line without an address, or for another shell, is refused', () => {
  expect(() => readCurl('curl -s')).toThrow(/with no address/);
  expect(() => readCurl('curl ^"https://a.example^"')).toThrow(/shell of Windows.*for bash/);
});

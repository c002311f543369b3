// Serves a built page with a gateway before a test server, until its stdin ends.
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { application, createClient, createGateway, gatewayListener } from '@streamone/node';
import { startTestServer } from '@streamone/test-server';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript' };
const [, , folder] = process.argv;

const platform = await startTestServer({ cors: true });
const { account, ...credentials } = platform.credentials;
const client = createClient({ url: platform.url, account, auth: application(credentials.application) });
const gateway = createGateway({
  client,
  allow: ['item/view', 'item/create', 'user/viewme'],
  uploads: true,
  limits: { loginsPerMinute: 100 },
});
const answer = gatewayListener(gateway);

const server = createServer((incoming, outgoing) => {
  if (incoming.url?.startsWith('/streamone/')) return answer(incoming, outgoing);
  const path = normalize(decodeURIComponent(new URL(incoming.url ?? '/', 'http://site').pathname));
  const file = join(folder, path === '/' ? 'index.html' : path);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return outgoing.writeHead(404).end();
  outgoing.setHeader(
    'content-security-policy',
    `script-src 'self'; worker-src 'self'; connect-src 'self' ${platform.url}`,
  );
  outgoing.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  return outgoing.end(readFileSync(file));
});
server.listen(0, '127.0.0.1', () => {
  const { login, user } = credentials;
  const url = `http://127.0.0.1:${server.address().port}`;
  console.log(JSON.stringify({ url, login, platform: { url: platform.url, account, user } }));
});
process.stdin.resume().on('end', () => process.exit());

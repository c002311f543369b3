// `npm run demo`: a short story through the real client and the real command line, over a socket,
// against the test server. Nothing leaves this machine, and all of it stops at the end.
import { styleText } from 'node:util';
import { type AttemptRequest, type Middleware, createClient, user } from '@streamone/node';
import { startTestServer } from '@streamone/test-server';
import { carelessItemView } from './careless-client.ts';
import { runCli } from './run-cli.ts';
import { line, step, timed } from './tell.ts';

const server = await startTestServer();
const { credentials } = server;
console.log(styleText('bold', 'The StreamOne toolkit, end to end (unofficial, not affiliated with the vendor)'));
console.log(`A test server listens on ${server.url}; every request below is signed and goes through its socket.`);

let shownBefore = false;

/** Shows each attempt as it goes out, the signature left out: its parameters once, its arguments readably. */
const show: Middleware = (request: AttemptRequest, next) => {
  const target = request.url.replace(/signature=\w+/, 'signature=…').slice(server.url.length);
  line('sent', `POST ${shownBefore ? target.replace(/\?.*/, '?… (parameters as above, signed anew)') : target}`);
  if (request.body !== '') line('', [...new URLSearchParams(request.body)].map((pair) => pair.join('=')).join(', '));
  shownBefore = true;
  return next(request);
};

const s1 = createClient({
  url: server.url,
  auth: user(credentials.user),
  account: credentials.account,
  middleware: [show],
});

step('Who am I?');
const me = await timed(() => s1.user.viewme());
line('answer', `${me.username} (${me.id}), dates in ${me.timezone}`);

step('List the newest videos, by the command line');
const args = ['item', 'view', '--itemtype', 'video', '--orderfield', 'created', '--order', 'desc', '--limit', '3'];
line('sent', `streamone ${args.join(' ')}`);
const listed = await timed(() =>
  runCli(args, {
    STREAMONE_API_URL: server.url,
    STREAMONE_USER_ID: credentials.user.id,
    STREAMONE_USER_PSK: credentials.user.psk,
    STREAMONE_DEFAULT_ACCOUNT_ID: credentials.account,
  }),
);
if (listed.code !== 0) throw new Error(`the command line failed: ${listed.stderr}`);
const titles = (JSON.parse(listed.stdout) as { title: string }[]).map(({ title }) => `“${title}”`);
line('answer', titles.join(', '));

step('Page through everything, archived items included');
const pages = await timed(async () => {
  const sizes: number[] = [];
  for await (const page of s1.item.view({ archived: null, limit: 8 }).pages()) sizes.push(page.length);
  return sizes;
});
line(
  'answer',
  `${pages.reduce((sum, size) => sum + size, 0)} items in ${pages.length} requests (${pages.join(' + ')})`,
);

step('Create an item with a Unicode title');
const title = 'Één avond: 夜の音楽 🎬 & ~50% méér';
const made = await timed(() => s1.item.create({ title, itemtype: 'video', keywords: ['live', 'muziek'] }));
line('answer', `${made.id}, made ${made.datecreated.toISOString()}`);

step('Find it again');
const found = await timed(() => s1.item.view({ searchtitle: '夜の音楽 🎬', limit: 1 }));
line('answer', `${found.total} match: “${found[0]?.title}”${found[0]?.title === title ? ', the very same text' : ''}`);

step('A refused request, explained');
line('sent', 'POST /api/item/view by a careless client: it signs %20 and sends +');
const refused = await timed(() => carelessItemView(server.url, credentials.account, credentials.user, 'late night'));
const { header } = (await refused.json()) as { header: { status: number; statusmessage: string } };
line('answer', `status ${header.status}: ${header.statusmessage}`);
const explanation = server.journal.entries().at(-1)?.explanation;
if (explanation === undefined) throw new Error('the test server has no explanation');
line('because', explanation.summary);
const { expected = '', received = '', firstDifference } = explanation;
const at = firstDifference?.index ?? 0;
const from = Math.max(0, at - 50);
line('expected', `…${expected.slice(from, at + 12)}`);
line('signed', `…${received.slice(from, at + 12)}`);
line('', `${' '.repeat(at - from + 1)}^ byte ${at} is the first that differs`);

await s1.close();
await server.close();
console.log(`\n${styleText('green', 'Done.')} Everything was stopped. Next: README.md, or try it yourself:
  npm run test-server -- --port 8080 --explain`);

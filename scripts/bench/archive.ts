import { spawnSync } from 'node:child_process';
import { type Credentials, nodeHmac, signRequest, user } from '@streamone/node';
import { startChild } from './child.ts';
import { median } from './compare.ts';
import { rawLoad } from './raw-load.ts';
import { requestBytes } from './request-bytes.ts';

/** How long something takes, and may take, in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly milliseconds: number;
  readonly most: number;
}

interface Ready {
  readonly url: string;
  readonly credentials: { readonly user: { readonly id: string; readonly psk: string }; readonly account: string };
}

type Arguments = Readonly<Record<string, string | number | boolean>>;

const TIMES = 41;
const STARTS = 5;

/** The lists that are asked for, each of 100,000 items; all but the first may take 40 ms. */
const lists: readonly (readonly [name: string, most: number, args: Arguments])[] = [
  ['archived and searchtitle, by created', 15, { archived: false, searchtitle: 'Rotterdam', orderfield: 'created' }],
  ['nothing but the account', 40, {}],
  ['archived unset, the last page', 40, { archived: '', limit: 20, offset: 99_980 }],
  ['item', 40, { item: 'AAAAAAAAAAAA,BBBBBBBBBBBB' }],
  ['category', 40, { category: 'AAAAAAAAAAAA' }],
  ['searchdescription', 40, { searchdescription: 'tulips' }],
  ['searchfulltext', 40, { searchfulltext: 'tulips' }],
  ['searchfulltext, not found', 40, { searchfulltext: 'nowhere to be found' }],
  ['searchkeywords', 40, { searchkeywords: 'sea' }],
  ['title', 40, { title: 'Tulips' }],
  ['description', 40, { description: 'Tulips' }],
  ['externalid', 40, { externalid: 'ARCHIVE-77' }],
  ['mindatecreated and maxdatecreated', 40, { mindatecreated: '2016-01-01', maxdatecreated: '2018-01-01' }],
  ['mindatemodified and maxdatemodified', 40, { mindatemodified: '2016-01-01', maxdatemodified: '2018-01-01' }],
  ['mindateaired and maxdateaired', 40, { mindateaired: '2016-01-01', maxdateaired: '2018-01-01' }],
  ['livestream', 40, { livestream: 'AAAAAAAAAAAA' }],
  ['user', 40, { user: 'AAAAAAAAAAAA' }],
  ['itemtype', 40, { itemtype: 'audio' }],
  ['searchtitle, by modified, downwards', 40, { searchtitle: 'sea', orderfield: 'modified', order: 'desc' }],
  ['searchtitle, by aired', 40, { searchtitle: 'sea', orderfield: 'aired' }],
  ['searchtitle, by title', 40, { searchtitle: 'sea', orderfield: 'title' }],
  ['a page of 1000 rows', 40, { limit: 1000 }],
];

const DATE = /^\d{4}-\d\d-\d\d$/;

async function prepare(given: Arguments, credentials: Credentials, account: string): Promise<Buffer> {
  const args = Object.entries(given).map(([name, value]): [string, string | number | boolean] => [
    name,
    typeof value === 'string' && DATE.test(value) ? `${value} 00:00:00@UTC` : value,
  ]);
  const request = { command: 'item', action: 'view', account, arguments: args };
  return requestBytes(
    await signRequest(request, credentials, { timestamp: Math.floor(Date.now() / 1000), hmac: nodeHmac }),
  );
}

/** From the start of a fresh process until a server with 100,000 items listens, with Node's own start. */
function startTime(): number {
  const script =
    "import('@streamone/test-server').then((s) => s.startTestServer({ scenario: 'archive' })).then(() => process.exit())";
  const started = performance.now();
  const { status } = spawnSync(process.execPath, ['-e', script], { stdio: 'ignore' });
  if (status !== 0) throw new Error('the server did not start');
  return performance.now() - started;
}

/** Signed `item/view` on 100,000 items over a socket, one at a time, a connection for each; and the start of such a server. */
export async function benchArchive(): Promise<Timing[]> {
  const starts = Array.from({ length: STARTS }, startTime);
  const timings = [{ name: 'start of a process with archive', milliseconds: median(starts), most: 1000 }];
  const server = await startChild<Ready>('test-server.ts', ['archive']);
  const { url, credentials } = server.ready;
  const port = Number(new URL(url).port);
  for (const [name, most, args] of lists) {
    const request = await prepare(args, user(credentials.user), credentials.account);
    const found: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      const started = performance.now();
      await rawLoad(port, [request], 1, 1);
      found.push(performance.now() - started);
    }
    timings.push({ name: `item/view of 100,000: ${name}`, milliseconds: median(found), most });
  }
  await server.stop();
  return timings;
}

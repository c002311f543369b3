import { type Credentials, nodeHmac, signRequest, user } from '@streamone/node';
import { startChild } from './child.ts';
import { type Comparison, compare } from './compare.ts';
import { rawLoad } from './raw-load.ts';
import { requestBytes } from './request-bytes.ts';

interface Ready {
  readonly url: string;
  readonly credentials: { readonly user: { readonly id: string; readonly psk: string }; readonly account: string };
}

const SOCKETS = 16;
const DIFFERENT = 500;

/** Requests for ten items, all different, signed and written out as bytes. */
async function prepare(credentials: Credentials, account: string): Promise<Buffer[]> {
  const now = Math.floor(Date.now() / 1000);
  const requests: Buffer[] = [];
  for (let index = 0; index < DIFFERENT; index++) {
    const signed = await signRequest(
      { command: 'item', action: 'view', account, arguments: { archived: null, limit: 10, offset: index % 8 } },
      credentials,
      { timestamp: now - (index % 300), hmac: nodeHmac },
    );
    requests.push(requestBytes(signed));
  }
  return requests;
}

/** The test server's signed `item/view` of ten items against a bare server that computes one HMAC and writes the same JSON. */
export async function benchServer(answer: string): Promise<Comparison[]> {
  const bare = await startChild<{ port: number }>('bare-server.ts', [answer]);
  const ours = await startChild<Ready>('test-server.ts');
  const { url, credentials } = ours.ready;
  const requests = await prepare(user(credentials.user), credentials.account);
  const port = Number(new URL(url).port);
  const result = await compare(
    'test server, signed item/view of 10 items, against bare node:http',
    (times) => rawLoad(bare.ready.port, requests, times, SOCKETS),
    (times) => rawLoad(port, requests, times, SOCKETS),
    { times: 20_000 },
  );
  await Promise.all([bare.stop(), ours.stop()]);
  return [result];
}

import http from 'node:http';
import { createClient, user } from '@streamone/node';
import { startChild } from './child.ts';
import { type Comparison, type Side, compare } from './compare.ts';

const BODY = 'limit=10';

/** A request, and what is done with the text of its answer. */
function bareRequest(agent: http.Agent, port: number, use: (text: string) => unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/api/item/view?api=3&format=json&authentication_type=user&account=a&timestamp=1&user=u&signature=s',
        agent,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': BODY.length },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve(use(text)));
      },
    );
    request.on('error', reject);
    request.end(BODY);
  });
}

/** Runs something so many times, so many at a time. */
function inFlight(width: number, run: () => PromiseLike<unknown>): Side {
  return async (times) => {
    let left = times;
    const lane = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await run();
      }
    };
    await Promise.all(Array.from({ length: width }, lane));
  };
}

/** The whole client (signing, ky, transport, decoding) against bare `http.request` with keep-alive. */
export async function benchClient(answer: string): Promise<Comparison[]> {
  const server = await startChild<{ port: number }>('bare-server.ts', [answer, 'fixed']);
  const { port } = server.ready;
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const auth = user({ id: 'u', psk: 'a-pre-shared-key' });
  const client = createClient({ url: `http://127.0.0.1:${port}`, auth, account: 'a' });
  const text = (): Promise<unknown> => bareRequest(agent, port, (answered) => answered);
  const parsed = (): Promise<unknown> => bareRequest(agent, port, (answered): unknown => JSON.parse(answered));
  const ours = (): PromiseLike<unknown> => client.item.view({ limit: 10 });
  const against = (what: string, width: number, bare: () => Promise<unknown>): Promise<Comparison> =>
    compare(`client, ${what}`, inFlight(width, bare), inFlight(width, ours), { times: width === 1 ? 1500 : 4000 });
  const one = await against('one at a time, against bare http.request and JSON.parse', 1, parsed);
  const oneText = await against('one at a time, against bare http.request that leaves the text as it is', 1, text);
  const sixteen = await against('sixteen in flight, against bare http.request and JSON.parse', 16, parsed);
  const sixteenText = await against(
    'sixteen in flight, against bare http.request that leaves the text as it is',
    16,
    text,
  );
  // Both in one comparison, so that a machine that is slower for a while is so for both.
  const across = await compare(
    'client, sixteen in flight, against bare one at a time',
    inFlight(1, text),
    inFlight(16, ours),
    { times: 1500 },
  );
  agent.destroy();
  await client.close();
  await server.stop();
  return [one, oneText, sixteen, sixteenText, across];
}

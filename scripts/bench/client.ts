import http from 'node:http';
import { createClient, user } from '@streamone/node';
import { startChild } from './child.ts';
import { type Comparison, type Side, compare } from './compare.ts';

const BODY = 'limit=10';

function bareRequest(agent: http.Agent, port: number): Promise<string> {
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
        response.on('end', () => resolve(text));
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
  const bare = (): Promise<string> => bareRequest(agent, port);
  const ours = (): PromiseLike<unknown> => client.item.view({ limit: 10 });
  const one = await compare('client, one at a time, against bare http.request', inFlight(1, bare), inFlight(1, ours), {
    times: 1500,
  });
  const sixteen = await compare(
    'client, sixteen in flight, against bare http.request',
    inFlight(16, bare),
    inFlight(16, ours),
    { times: 4000 },
  );
  agent.destroy();
  await client.close();
  await server.stop();
  const across = {
    name: 'client, sixteen in flight, against bare one at a time',
    reference: one.reference,
    ours: sixteen.ours,
  };
  return [one, sixteen, { ...across, ratio: across.ours / across.reference }];
}

import net from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createClient, httpTransport, poolTransport, user } from '../src/index.js';

let server: net.Server | undefined;

afterEach(() => {
  server?.close();
});

/** A server that is no TLS server; what it does with a connection is given. */
async function listen(onConnection: (socket: net.Socket) => void): Promise<{ url: string; connections: () => number }> {
  let connections = 0;
  const made = net.createServer((socket) => {
    connections += 1;
    socket.on('error', () => {});
    onConnection(socket);
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return { url: `https://127.0.0.1:${(made.address() as net.AddressInfo).port}`, connections: () => connections };
}

const auth = user({ id: 'u', psk: 'a-pre-shared-key' });

it.each([
  ['poolTransport', poolTransport],
  ['httpTransport', httpTransport],
])('%s: a write whose handshake is broken off was not sent, and may be tried again', async (_, transport) => {
  const { url, connections } = await listen((socket) => socket.destroy());
  const s1 = createClient({ url, auth, account: 'a', retry: 1, transport: transport() });
  const error: unknown = await s1.item.create({ title: 'x' }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'NetworkError', sent: 'no', attempts: 2 });
  expect((error as Error).message).not.toContain('whether it was carried out');
  expect(connections()).toBe(2);
  await s1.close();
});

it('plain HTTP behind https is told in one line, and not tried again', async () => {
  const { url, connections } = await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  const s1 = createClient({ url, auth, account: 'a' });
  const error: unknown = await s1.item.view().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'NetworkError', sent: 'no', attempts: 1 });
  expect((error as Error).message).not.toMatch(/\n|\.c:\d+/);
  expect(connections()).toBe(1);
  await s1.close();
});

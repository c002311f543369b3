import { once } from 'node:events';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import { type AddressInfo, type Socket, createConnection } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { allowLongUpload } from './allow-long-upload.js';

const USUAL = 30_000;

let server: Server;
let messages: IncomingMessage[];
beforeEach(async () => {
  messages = [];
  server = createServer({ requestTimeout: USUAL }, (message, response) => {
    messages.push(message);
    allowLongUpload(message);
    message.resume().once('end', () => response.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Begins an upload of two bytes. */
async function begin(): Promise<Socket> {
  const socket = createConnection((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  const came = once(server, 'request');
  socket.write('POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nx');
  await came;
  return socket;
}

test('while an upload comes, requests may take an hour, and then no longer', async () => {
  const [first, second] = [await begin(), await begin()];
  expect(server.requestTimeout).toBe(3_600_000);
  first.write('x');
  await once(first, 'data');
  expect(server.requestTimeout).toBe(3_600_000);
  second.destroy();
  await expect.poll(() => server.requestTimeout).toBe(USUAL);
});

test('one of which nothing more comes is given up', async () => {
  const socket = await begin();
  const [message] = messages;
  message?.on('error', () => undefined);
  expect(message?.socket.timeout).toBe(USUAL);
  message?.socket.emit('timeout');
  await once(socket, 'close');
  await expect.poll(() => server.requestTimeout).toBe(USUAL);
});

test('afterwards the connection is as it was', async () => {
  const socket = await begin();
  socket.write('x');
  await once(socket, 'data');
  const [message] = messages;
  expect(message?.socket.timeout).not.toBe(USUAL);
  expect(message?.socket.listeners('timeout').map(({ name }) => name)).not.toContain('stalled');
});

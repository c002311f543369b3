import http from 'node:http';
import net, { type AddressInfo } from 'node:net';

/** A CONNECT proxy that leads every name to one port of this machine. */
export interface ConnectProxy {
  readonly url: string;
  /** What was asked of it: the place, and how one signed in. */
  readonly asked: { readonly place: string; readonly authorization: string | undefined }[];
  /** How many connections to it are open. */
  open(): number;
  /** The bytes that went through it towards the host. */
  seen(): string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts one. @param refuse the status with which it makes no tunnel */
export async function startConnectProxy(port: number, refuse?: number): Promise<ConnectProxy> {
  const asked: ConnectProxy['asked'] = [];
  const sockets = new Set<net.Socket>();
  let seen = '';
  const server = http.createServer((_, response) => response.writeHead(405).end());
  let open = 0;
  server.on('connection', (socket) => {
    sockets.add(socket);
    open += 1;
    socket.on('close', () => (open -= 1));
  });
  server.on('connect', (request, client: net.Socket, head) => {
    asked.push({ place: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    client.on('error', () => undefined);
    if (refuse !== undefined) {
      // Left open: that is for who asked to end.
      client.resume().on('end', () => client.end());
      client.write(`HTTP/1.1 ${refuse} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const upstream = net.connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    client.on('data', (bytes: Buffer) => (seen += bytes.toString('latin1')));
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    open: () => open,
    seen: () => seen,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

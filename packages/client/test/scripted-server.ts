import net, { type AddressInfo, type Socket } from 'node:net';

/** A request as it came over the socket. */
export interface RecordedRequest {
  readonly method: string;
  readonly target: string;
  readonly query: URLSearchParams;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Which connection it came on, from 1. */
  readonly connection: number;
}

/** An answer that the server writes as given. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string | Buffer;
  /** Milliseconds before it is sent. */
  readonly delay?: number;
  /** Milliseconds of idleness after which the server closes the connection. */
  readonly closeAfter?: number;
}

/** What happens to one request: an answer, or whatever a function does to the socket. */
export type Reply = ScriptedAnswer | ((socket: Socket, request: RecordedRequest) => void);

/** A success of the API. */
export function success(body: unknown = [], header: object = {}, more: ScriptedAnswer = {}): ScriptedAnswer {
  return envelope({ status: 0, statusmessage: 'OK', apiversion: 3, timezone: 'UTC', ...header }, body, more);
}

/** A refusal by the API. */
export function refusal(status: number, statusmessage = 'refused', more: ScriptedAnswer = {}): ScriptedAnswer {
  return envelope({ status, statusmessage }, null, more);
}

function envelope(header: object, body: unknown, more: ScriptedAnswer): ScriptedAnswer {
  return { ...more, body: JSON.stringify({ header, body }) };
}

/** Ends the connection hard, without an answer. */
export const reset: Reply = (socket) => socket.resetAndDestroy();

/** Takes the request and never answers. */
export const silence: Reply = () => undefined;

/** Sends these bytes and closes. */
export function raw(text: string | Buffer): Reply {
  return (socket) => socket.end(text);
}

/** Chooses the reply by the request. */
export function by(choose: (request: RecordedRequest) => Reply): Reply {
  return (socket, request) => {
    const reply = choose(request);
    if (typeof reply === 'function') reply(socket, request);
    else write(socket, reply);
  };
}

/** A server over a real socket that follows a script. */
export interface ScriptedServer {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly RecordedRequest[];
  /** How many connections were made. */
  readonly connections: number;
  [Symbol.asyncDispose](): Promise<void>;
}

function write(socket: Socket, { status = 200, headers = [], body = '', delay, closeAfter }: ScriptedAnswer): void {
  const bytes = Buffer.from(body as string);
  const own = new Set(headers.map(([name]) => name.toLowerCase()));
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  if (!own.has('content-length') && !own.has('transfer-encoding')) lines.push(`Content-Length: ${bytes.length}\r\n`);
  const send = (): void => {
    socket.write(Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Scripted\r\n${lines.join('')}\r\n`), bytes]));
    if (closeAfter !== undefined) setTimeout(() => socket.end(), closeAfter);
  };
  if (delay === undefined) send();
  else setTimeout(send, delay);
}

/** Cuts one request off the front of what was received. */
function cut(received: Buffer, connection: number): { request: RecordedRequest; rest: Buffer } | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const bodyEnd = end + 4 + Number(headers['content-length'] ?? 0);
  if (received.length < bodyEnd) return undefined;
  const [method = '', target = ''] = first.split(' ');
  const query = new URLSearchParams(target.slice(target.indexOf('?') + 1));
  const body = received.subarray(end + 4, bodyEnd).toString();
  return { request: { method, target, query, headers, body, connection }, rest: received.subarray(bodyEnd) };
}

/** Starts a server that gives one reply after the other; the last is repeated. */
export async function startScriptedServer(
  replies: readonly Reply[],
  { host = '127.0.0.1', port = 0 }: { readonly host?: string; readonly port?: number } = {},
): Promise<ScriptedServer> {
  const requests: RecordedRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = net.createServer((socket) => {
    const connection = (connections += 1);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    let received: Buffer = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      for (let next = cut(received, connection); next !== undefined; next = cut(received, connection)) {
        received = next.rest;
        requests.push(next.request);
        const reply = replies[Math.min(requests.length, replies.length) - 1] ?? success();
        if (typeof reply === 'function') reply(socket, next.request);
        else write(socket, reply);
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(port, host, resolve);
  });
  const { port: given } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${given}`,
    port: given,
    requests,
    get connections() {
      return connections;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = await startScriptedServer([]);
  await server[Symbol.asyncDispose]();
  return server.port;
}

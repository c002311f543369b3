import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Gateway } from './gateway-options.js';

/** How long the rest of a request that was answered already is read, in milliseconds, so that the answer arrives. */
const LINGER = 10_000;

/** The body as it is asked for. Cancelling leaves the connection alone: the answer has yet to go out on it. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const pieces = incoming.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    // Those of HTTP/2 that are none.
    if (!name.startsWith(':')) headers.append(name, rawHeaders[at + 1] ?? '');
  }
  return headers;
}

/** @throws TypeError for an address or a method that no Request can have */
function requestOf(incoming: IncomingMessage & { readonly originalUrl?: string }, signal: AbortSignal): Request {
  const { method = 'GET', socket, headers } = incoming;
  // Frameworks cut the path that a handler is mounted at off `url`.
  const target = incoming.originalUrl ?? incoming.url ?? '/';
  const host = headers.host ?? headers[':authority'] ?? 'localhost';
  const scheme = 'encrypted' in socket ? 'https' : 'http';
  const url = new URL(target.startsWith('/') ? `${scheme}://${String(host)}${target}` : target);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const request = new Request(url, {
    method,
    headers: headersOf(incoming),
    signal,
    ...(hasBody && { body: bodyOf(incoming), duplex: 'half' }),
  });
  // A framework has read the body: the gateway is told so in the way of a Request.
  if (incoming.readableDidRead && hasBody) request.body?.getReader();
  return request;
}

async function write(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  const bytes = Buffer.from(await response.arrayBuffer());
  outgoing.setHeader('content-length', bytes.length);
  outgoing.end(bytes);
}

/** Ends a connection whose sender goes on although it was answered. */
function endLater(incoming: IncomingMessage): void {
  if (incoming.complete) return;
  const timer = setTimeout(() => incoming.destroy(), LINGER);
  incoming.resume().once('close', () => clearTimeout(timer));
}

/**
 * A gateway as a listener of `node:http`: `createServer(gatewayListener(gateway))`; also for Express, and for Fastify
 * by `reply.hijack()`. It gives the gateway the address of the socket's peer, reads bodies at the pace of whoever takes
 * them, and ends the work when the browser goes away.
 *
 * A server of Node's takes no request that lasts longer than 5 minutes unless told otherwise, and so no upload over a slow
 * line: `createServer({ requestTimeout: 0, headersTimeout: 60_000 }, gatewayListener(gateway))`. For bodies the gateway has
 * time limits of its own; headers come before it is asked, and without the second number Node would wait for ever.
 */
export function gatewayListener(gateway: Gateway): RequestListener {
  return (incoming, outgoing) => {
    const controller = new AbortController();
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) controller.abort(new Error('the browser went away'));
    });
    const work = async (): Promise<void> => {
      let request: Request;
      try {
        request = requestOf(incoming, controller.signal);
      } catch {
        outgoing.writeHead(400).end();
        endLater(incoming);
        return;
      }
      await write(await gateway(request, { ip: incoming.socket.remoteAddress }), outgoing);
      endLater(incoming);
    };
    // The gateway itself never rejects: what does is a connection that is gone.
    work().catch(() => outgoing.destroy());
  };
}

import http, { type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import https from 'node:https';
import { AnswerTooLongError, type Transport, type TransportRequest, type TransportResponse } from '@streamone/client';

/** Settings of {@link httpTransport}. */
export interface HttpTransportOptions {
  /** How many connections one host may have; 64 unless given. */
  readonly maxSockets?: number | undefined;
}

function flatHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

/**
 * A transport over Node's own HTTP: quick to load, kept-alive connections, an answer read once.
 * An idle connection is dropped after 4 s, or 1 s before the server said that it would; one for
 * writes after 1 s, since a write that meets a closing connection can't be repeated.
 */
export function httpTransport({ maxSockets = 64 }: HttpTransportOptions = {}): Transport {
  const settings = { keepAlive: true, maxSockets, agentKeepAliveTimeoutBuffer: 1000 };
  const agents = {
    read: { http: new http.Agent({ ...settings, timeout: 4000 }), https: new https.Agent({ ...settings, timeout: 4000 }) },
    write: { http: new http.Agent({ ...settings, timeout: 1000 }), https: new https.Agent({ ...settings, timeout: 1000 }) },
  };
  return {
    send: (request) => {
      const url = new URL(request.url);
      const secure = url.protocol === 'https:';
      const options: RequestOptions = {
        method: 'POST',
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port,
        path: url.pathname + url.search,
        agent: agents[request.write ? 'write' : 'read'][secure ? 'https' : 'http'],
        headers: { ...request.headers, 'content-length': Buffer.byteLength(request.body) },
        signal: request.signal,
      };
      return exchange(secure ? https.request : http.request, options, request);
    },
    close() {
      for (const pair of Object.values(agents)) for (const agent of Object.values(pair)) agent.destroy();
    },
  };
}

function exchange(
  start: typeof http.request,
  options: RequestOptions,
  { body, maxBytes }: TransportRequest,
): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    const outgoing = start(options, (incoming) => {
      const chunks: Buffer[] = [];
      let length = 0;
      incoming.on('data', (chunk: Buffer) => {
        length += chunk.length;
        chunks.push(chunk);
        if (length > maxBytes) outgoing.destroy(new AnswerTooLongError(maxBytes));
      });
      incoming.on('end', () => {
        const text = chunks.length === 1 ? String(chunks[0]) : Buffer.concat(chunks).toString();
        resolve({ status: incoming.statusCode ?? 0, headers: flatHeaders(incoming.headers), text });
      });
      // A connection that ends before the answer does: 'aborted', or the limit above.
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

import type { TestServer } from '../src/index.js';
import type { Adapter, Answered } from './adapters.js';

/** Asks control over HTTP, and reads the JSON that comes back. */
export async function ask(
  adapter: Adapter,
  server: TestServer,
  request: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
): Promise<Answered & { readonly json: unknown }> {
  const [method = '', path = ''] = request.split(' ');
  const given = headers ?? (body === undefined ? {} : { 'content-type': 'application/json' });
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const answered = await adapter.send(server, {
    target: `/__streamone/${path}`,
    method,
    body: text,
    headers: given,
  });
  const isJson = answered.headers['content-type']?.startsWith('application/json') ?? false;
  return { ...answered, json: isJson && answered.text !== '' ? (JSON.parse(answered.text) as unknown) : undefined };
}

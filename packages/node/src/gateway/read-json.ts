import { GatewayRefusal } from './gateway-refusal.js';
import type { Visit } from './visit.js';

/** The members of a request's body. */
export type Members = Readonly<Record<string, unknown>>;

function tooLarge(most: number): GatewayRefusal {
  return new GatewayRefusal('too-large', { message: `The body is larger than ${most} bytes.`, more: { limit: most } });
}

/** The refusal of a body that is not what the route takes. */
export function badRequest(message: string): GatewayRefusal {
  return new GatewayRefusal('bad-request', { message });
}

async function readBytes({ request, signal, ended }: Visit, most: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length')) > most) throw tooLarge(most);
  if (request.body === null) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const stop = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) throw ended('no');
      if (done) return Buffer.concat(chunks, length);
      length += value.byteLength;
      if (length > most) throw tooLarge(most);
      chunks.push(value);
    }
  } catch (error) {
    stop();
    throw error instanceof GatewayRefusal ? error : badRequest('The body broke off.');
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Reads the body of a request as a JSON object with no other members than these; no body is an empty one.
 *
 * @throws GatewayRefusal for one that is too large, too slow, or something else.
 */
export async function readJson(visit: Visit, known: readonly string[]): Promise<Members> {
  const bytes = await readBytes(visit, visit.options.limits.body);
  if (bytes.length === 0) return {};
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw badRequest('The body is no JSON in UTF-8.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badRequest('The body is no object.');
  if (!Object.keys(body).every((name) => known.includes(name))) {
    throw badRequest(`The body has other members than ${known.join(', ')}.`);
  }
  return body as Members;
}

/**
 * A member that has to be a text.
 *
 * @param pattern what it looks like
 * @throws GatewayRefusal that does not repeat it, since it may be secret.
 */
export function textOf(members: Members, name: string, pattern: RegExp): string {
  const value = members[name];
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw badRequest(`${name} is missing, or no text of its form.`);
}

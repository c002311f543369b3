import { addressGroup } from './client-address.js';
import { GatewayRefusal } from './gateway-refusal.js';
import { GatheredBytes } from './gathered-bytes.js';
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
  const gathered = new GatheredBytes();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) throw ended('no');
      if (done) return gathered.bytes;
      if (gathered.length + value.byteLength > most) throw tooLarge(most);
      gathered.add(value);
    }
  } catch (error) {
    stop();
    throw error instanceof GatewayRefusal ? error : badRequest('The body broke off.');
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Who sends slowly from one address, with a session or without, must not take the room of everybody. */
async function readAsOne(visit: Visit): Promise<Buffer> {
  const { address, bodies, options } = visit;
  // People whose address is not known can't be told apart.
  const leave = address === undefined ? (): void => undefined : bodies.enterAs(addressGroup(address));
  if (leave === undefined) throw new GatewayRefusal('busy', { message: 'Too many requests at once.', retryAfter: 1 });
  try {
    return await readBytes(visit, options.limits.body);
  } finally {
    leave();
  }
}

/**
 * Reads the body of a request as a JSON object with no other members than these; no body is an empty one.
 *
 * @throws GatewayRefusal for one that is too large, too slow, or something else.
 */
export async function readJson(visit: Visit, known: readonly string[]): Promise<Members> {
  const bytes = await readAsOne(visit);
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

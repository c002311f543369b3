import { ControlError } from './control-error.js';

/** The largest body that is read: 1 MiB. */
const LARGEST = 1_048_576;
/** What is read of a larger one before the connection is given up: a client should see the 413. */
const MOST_READ = 16 * LARGEST;

async function readText(request: Request): Promise<string> {
  if (request.body === null) return '';
  const reader = request.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    if (size <= LARGEST) text += decoder.decode(read.value, { stream: true });
    else if (size > MOST_READ) await reader.cancel();
  }
  if (size > LARGEST) throw new ControlError(413, `The body is larger than ${LARGEST} bytes.`, { connection: 'close' });
  return text + decoder.decode();
}

/**
 * Reads the body of a request as JSON; `undefined` where there is none. JSON alone is taken: a web
 * page can send a form anywhere without being asked, but not this.
 *
 * @throws ControlError with 400, 413 or 415.
 */
export async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type');
  const isJson = type !== null && /^application\/json\s*(?:;|$)/i.test(type);
  let text: string;
  try {
    text = await readText(request);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ControlError(400, 'The body is not UTF-8.');
  }
  if (!isJson && (type !== null || text !== '')) {
    throw new ControlError(415, `The body must be JSON: send "Content-Type: application/json", not ${type ?? 'none'}.`);
  }
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Not the parser's message: it quotes the body, in which there may be a key.
    throw new ControlError(400, 'The body is not JSON.');
  }
}

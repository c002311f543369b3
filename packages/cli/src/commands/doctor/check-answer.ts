import { type Transport, type TransportResponse, failureReason, parseResponse } from '@streamone/node';
import { type Finding, UNAVAILABLE, fail, ok } from './finding.js';

const MAX_BYTES = 1024 * 1024;
const HEADERS = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };

/** Not by `instanceof`, which would load all of Node's fetch. */
const isHeaders = (headers: TransportResponse['headers']): headers is Headers => typeof headers.get === 'function';

/** What an unsigned request brought. */
export interface Answer {
  readonly finding: Finding;
  /** The server's `Date`, where it sent one. */
  readonly date?: string | null | undefined;
  /** This machine's time in the middle between request and answer, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * Asks `api/info` without a signature: whatever the API answers to that, it is the API that answers.
 *
 * @param advice what to do where no answer comes
 */
export async function askAnswer(
  url: string,
  transport: Transport,
  advice: string,
  clock: () => number,
  signal: AbortSignal,
): Promise<Answer> {
  const begin = clock();
  try {
    const asked = { url: `${url}/api/api/info`, headers: HEADERS, body: '', signal, maxBytes: MAX_BYTES, write: false };
    const { status, headers, text } = await transport.send(asked);
    const end = clock();
    const date = isHeaders(headers) ? headers.get('date') : headers['date'];
    const found = { date, at: (begin + end) / 2 };
    try {
      const { header } = parseResponse(text);
      const version = typeof header['apiversion'] === 'number' ? `, version ${header['apiversion']},` : '';
      return { ...found, finding: ok(`the API${version} answers, in ${Math.round(end - begin)} ms`) };
    } catch {
      const why = 'Check the address, a path in it included, and whether a proxy or a login page is in between.';
      return { ...found, finding: fail(`something else than the API answers (HTTP ${status})`, why, UNAVAILABLE) };
    }
  } catch (error) {
    const late = signal.aborted ? 'no answer in time' : undefined;
    const reason = late ?? (error instanceof Error ? failureReason(error) : String(error));
    return { finding: fail(`no answer: ${reason}`, advice, UNAVAILABLE), at: begin };
  }
}

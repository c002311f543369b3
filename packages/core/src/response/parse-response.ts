import { MalformedResponseError } from '../errors/malformed-response-error.js';
import { excerpt } from './excerpt.js';
import type { ResponseHeader } from './response-header.js';

/** A response of the API. */
export interface ApiResponse {
  readonly header: ResponseHeader;
  /** What was answered, as parsed; not decoded. */
  readonly body: unknown;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(envelope: unknown): string | undefined {
  if (!isRecord(envelope)) return 'it is not an object';
  if (!('header' in envelope)) return 'it has no "header"';
  if (!('body' in envelope)) return 'it has no "body"';
  const { header } = envelope;
  if (!isRecord(header)) return 'its "header" is not an object';
  if (!Number.isInteger(header['status'])) return '"header.status" is not an integer';
  if (typeof header['statusmessage'] !== 'string') return '"header.statusmessage" is not a string';
  return undefined;
}

function malformed(why: string, text: string, secrets: readonly string[]): MalformedResponseError {
  const begins = excerpt(text, secrets);
  const shown = begins === '' ? 'it is empty' : `it begins: ${begins}`;
  return new MalformedResponseError({
    reason: `the answer is no response of the API: ${why}; ${shown}`,
    sent: 'yes',
    excerpt: begins,
  });
}

/**
 * Reads the text of a response: `{ "header": {…}, "body": any }`. Valid if both keys are there,
 * `header.status` is an integer and `header.statusmessage` a string; an unknown status is valid.
 * Source: protocol, observed.
 *
 * @param secrets texts that the caller knows to be secret; they are masked in the error
 * @throws MalformedResponseError with the reason and the first 200 characters.
 */
export function parseResponse(text: string, secrets: readonly string[] = []): ApiResponse {
  let envelope: unknown;
  try {
    envelope = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, unmasked, so it is not handed on.
    throw malformed(
      text.trimStart().startsWith('<') ? 'it looks like HTML, not JSON' : 'it is not JSON',
      text,
      secrets,
    );
  }
  const why = fault(envelope);
  if (why !== undefined) throw malformed(why, text, secrets);
  return envelope as ApiResponse;
}

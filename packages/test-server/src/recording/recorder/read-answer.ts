import { parseResponse } from '@streamone/core';
import type { RecordedAnswer } from '../recording.js';
import type { ForwardAnswer } from './forward.js';

const strict = new TextDecoder('utf-8', { fatal: true });

function packing(rawHeaders: readonly string[]): string | undefined {
  const at = rawHeaders.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'content-encoding');
  const packed = at === -1 ? undefined : rawHeaders[at + 1];
  return packed === 'identity' ? undefined : packed;
}

function textOf(body: Buffer): string | undefined {
  try {
    return strict.decode(body);
  } catch {
    return undefined;
  }
}

/** What is wrong with a text that is no response, in words of our own: nothing of it may be repeated. */
function fault(text: string): string {
  if (text.trim() === '') return 'it is empty';
  if (text.trimStart().startsWith('<')) return 'it looks like HTML, not JSON';
  try {
    JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  return 'it has not the shape of a response: header with status and statusmessage, and body';
}

/** Reads an answer as it is to be recorded, not masked yet. */
export function readAnswer({ status, rawHeaders, body }: ForwardAnswer): RecordedAnswer {
  if (packing(rawHeaders) !== undefined)
    return { httpStatus: status, malformed: 'it is packed, which was not asked for' };
  const text = textOf(body);
  if (text === undefined) return { httpStatus: status, malformed: 'it is not UTF-8' };
  try {
    const { header, body: answered } = parseResponse(text);
    return { httpStatus: status, header, body: answered };
  } catch {
    return { httpStatus: status, malformed: fault(text) };
  }
}

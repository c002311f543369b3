import { REDACTED } from '@streamone/node';
import { type PastedRequest, refusePasted } from './pasted-request.js';
import { readCurl } from './read-curl.js';

const RAW = /^([A-Z]+) (\S+) HTTP\/\d(?:\.\d)?\r?\n/;
const ADDRESS = /^(?:([A-Z]+)\s+)?((?:https?:\/\/|\/)\S*)(?:\s*\n\s*([^]*))?$/i;

/** Headers and body of HTTP as it is sent; a body of which no length is told ends before the last line end. */
function readRaw(text: string): PastedRequest {
  const [first = '', method = '', target = ''] = RAW.exec(text) ?? [];
  const rest = text.slice(first.length);
  const blank = /^\r?\n|\r?\n\r?\n/.exec(rest);
  const head = blank === null ? rest : rest.slice(0, blank.index);
  const headers: Record<string, string> = {};
  for (const line of head.split(/\r?\n/)) {
    const [, name, value = ''] = /^([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined) headers[name.toLowerCase()] = value;
  }
  const sent = blank === null ? '' : rest.slice(blank.index + blank[0].length);
  const length = Number(headers['content-length'] ?? Number.NaN);
  const bytes = Buffer.from(sent);
  const body = bytes.length >= length ? bytes.subarray(0, length).toString() : sent.replace(/\r?\n$/, '');
  return { method, target, headers, body };
}

function readJson(text: string): PastedRequest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refusePasted('text that begins as JSON and is none');
  }
  const { method = 'POST', url, body = '' } = value as Readonly<Record<string, unknown>>;
  if (typeof url === 'string' && typeof method === 'string' && typeof body === 'string') {
    return { method, target: url, headers: undefined, body };
  }
  return refusePasted('JSON without "url"', 'It takes { "method", "url", "body" }.');
}

/**
 * Reads a request that somebody pasted: a curl line, raw HTTP, an address with its body on the lines below, or the JSON
 * that `sign` prints.
 *
 * @throws InvalidArgumentError when it is none of these.
 */
export function readPasted(text: string): PastedRequest {
  const request = readAny(text);
  if (!request.body.includes(REDACTED)) return request;
  return refusePasted('one in which a secret is masked', 'It is the secret itself that was signed.');
}

function readAny(text: string): PastedRequest {
  const given = text.replace(/^\uFEFF/, '').trimStart();
  if (RAW.test(given)) return readRaw(given);
  const line = given.trimEnd();
  // The sign of a shell is often pasted along.
  const command = line.replace(/^[$%>#]\s+/, '');
  if (/^curl(\.exe)?\s/.test(command)) return readCurl(command);
  if (line.startsWith('{')) return readJson(line);
  const [, method, target, body = ''] = ADDRESS.exec(line) ?? [];
  if (target !== undefined) return { method: method?.toUpperCase() ?? 'POST', target, headers: undefined, body };
  if (/^[\w.[\]%-]+=\S*$/.test(line)) {
    return refusePasted(
      'a form without its address',
      'Put the address, which has the signature, on the line above it.',
    );
  }
  return refusePasted(line === '' ? 'nothing' : 'something else');
}

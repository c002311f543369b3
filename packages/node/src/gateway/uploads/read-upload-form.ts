import { badRequest } from '../read-json.js';
import type { ByteSource } from './byte-source.js';

/** The longest part of a form that is no file, and the longest head of a part, in bytes. */
const MOST_FIELD = 65_536;
const MOST_HEAD = 8192;
const MOST_FIELDS = 20;

/** The field of the file; it has to come last. The name is the platform's own (documented). */
const FILE = 'uploadfile';

/** What comes before the file of an upload. */
export interface UploadHead {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: { readonly name: string; readonly type: string };
  /** What follows the file. */
  readonly end: string;
}

/** The boundary of a multipart form; `undefined` where its type names none. */
export function boundaryOf(contentType: string): string | undefined {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  return boundary !== undefined && /^[\w'()+,./:=? -]+$/.test(boundary) ? boundary : undefined;
}

/** A text within quotes, as browsers write it: quotes and line ends escaped, nothing else. */
function unescaped(text: string): string {
  return text.replace(/%22|%0D|%0A|\\"/gi, (found) => (found === '\\"' ? '"' : decodeURIComponent(found)));
}

interface PartHead {
  readonly name: string;
  readonly filename: string | undefined;
  readonly type: string;
}

function readPartHead(head: Buffer): PartHead {
  const lines = head.toString('utf8').split('\r\n');
  const disposition = lines.find((line) => /^content-disposition:\s*form-data\s*;/i.test(line)) ?? '';
  const valueOf = (name: string): string | undefined =>
    new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(disposition)?.[1];
  const name = valueOf('name');
  if (name === undefined) throw badRequest('A part of the form has no name.');
  const filename = valueOf('filename');
  const type = lines.map((line) => /^content-type:\s*([\w.+-]+\/[\w.+-]+)\s*(?:;|$)/i.exec(line)?.[1]).find(Boolean);
  return {
    name: unescaped(name),
    filename: filename === undefined ? undefined : unescaped(filename),
    type: type ?? 'application/octet-stream',
  };
}

/**
 * Reads the fields of an upload up to the first byte of its file.
 *
 * @param known the names that fields may have
 * @throws GatewayRefusal for a form that is none, or whose file does not come last.
 */
export async function readUploadHead(
  source: ByteSource,
  boundary: string,
  known: ReadonlySet<string>,
): Promise<UploadHead> {
  const fields = new Map<string, string>();
  if ((await source.until(`--${boundary}\r\n`, 0)) === undefined) throw badRequest('The form does not begin as one.');
  for (;;) {
    const head = await source.until('\r\n\r\n', MOST_HEAD);
    if (head === undefined) throw badRequest(`The form has no file "${FILE}", or a part whose head is too long.`);
    const { name, filename, type } = readPartHead(head);
    if (name === FILE && filename !== undefined) {
      return { fields, file: { name: filename, type }, end: `\r\n--${boundary}--` };
    }
    if (!known.has(name) || filename !== undefined || fields.has(name) || fields.size >= MOST_FIELDS) {
      throw badRequest(
        `The form has other fields than ${[...known].join(', ')} and, last, ${FILE}; or one of them twice.`,
      );
    }
    const value = await source.until(`\r\n--${boundary}\r\n`, MOST_FIELD);
    if (value === undefined) throw badRequest(`The field ${name} is too long, or no file "${FILE}" comes after it.`);
    fields.set(name, value.toString('utf8'));
  }
}

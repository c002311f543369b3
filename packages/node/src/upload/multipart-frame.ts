import { randomBytes } from 'node:crypto';

/** What stands around the bytes of a file in a form. */
export interface MultipartFrame {
  readonly contentType: string;
  readonly before: Buffer;
  readonly after: Buffer;
}

/** Quoted as browsers do it: whatever could end the header is escaped. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}"`;
}

/**
 * Frames a file as a `multipart/form-data` form: fields first, so that who reads it knows them before the
 * file comes. What is in it is known before the first byte, so that its length can be told.
 */
export function multipartFrame(
  fields: Iterable<readonly [name: string, value: string]>,
  file: { readonly field: string; readonly name: string; readonly type: string },
): MultipartFrame {
  const boundary = `streamone-${randomBytes(18).toString('base64url')}`;
  const part = (headers: string): string => `--${boundary}\r\nContent-Disposition: form-data; ${headers}\r\n\r\n`;
  let before = '';
  for (const [name, value] of fields) before += `${part(`name=${quoted(name)}`)}${value}\r\n`;
  // A header has no room for more than a type.
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream';
  before += part(`name=${quoted(file.field)}; filename=${quoted(file.name)}\r\nContent-Type: ${type}`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    before: Buffer.from(before),
    after: Buffer.from(`\r\n--${boundary}--\r\n`),
  };
}

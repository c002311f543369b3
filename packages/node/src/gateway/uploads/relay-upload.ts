import { TimeoutError } from '@streamone/core';
import { keepSession, refusalAsAnswer } from '../ask-platform.js';
import { type Caller, asCaller } from '../caller.js';
import { checkScope } from '../check-scope.js';
import { GatewayRefusal } from '../gateway-refusal.js';
import { jsonAnswer } from '../json-answer.js';
import { badRequest } from '../read-json.js';
import type { UploadFields } from '../../upload/upload-options.js';
import type { Uploads } from '../../upload/uploads.js';
import type { Visit } from '../visit.js';
import { ByteSource } from './byte-source.js';
import { fileBytes } from './file-bytes.js';
import { fileTooSlow } from './page-patience.js';
import { type UploadHead, boundaryOf, readUploadHead } from './read-upload-form.js';

const TEXTS = ['title', 'author', 'description', 'replaceitem', 'item'] as const;
const KNOWN: ReadonlySet<string> = new Set([...TEXTS, 'size', 'account', 'archived', 'thumbnail']);

function sizeOf({ fields }: UploadHead, most: number): number {
  const given = fields.get('size') ?? '';
  if (!/^[1-9]\d{0,14}$/.test(given))
    throw badRequest('The field size, the bytes of the file, is missing, or not 1 or more.');
  const size = Number(given);
  if (size <= most) return size;
  throw new GatewayRefusal('too-large', { message: `The file is larger than ${most} bytes.`, more: { limit: most } });
}

function choice<const Value>(
  head: UploadHead,
  name: string,
  values: Readonly<Record<string, Value>>,
): Value | undefined {
  const given = head.fields.get(name);
  if (given === undefined) return undefined;
  if (Object.hasOwn(values, given)) return values[given];
  throw badRequest(`The field ${name} is none of ${Object.keys(values).join(', ')}.`);
}

function fieldsOf(head: UploadHead): UploadFields {
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, head.fields.get(name)])),
    archived: choice(head, 'archived', { 0: false, 1: true }),
    thumbnail: choice(head, 'thumbnail', { 0: 0, 1: 1, 2: 2 }),
  };
}

/** Uploads by the client, which takes the token and hands the bytes on at the pace of the slower side. */
async function relay(visit: Visit, source: ByteSource, head: UploadHead, caller: Caller): Promise<Response> {
  const { options, signal } = visit;
  const size = sizeOf(head, options.limits.upload);
  const account = head.fields.get('account');
  const scope = checkScope(account === undefined ? {} : { account }, options);
  const bytes = fileBytes(source, size, head.end);
  const { name, type } = head.file;
  const client = caller.client as Caller['client'] & Uploads;
  visit.takeTime();
  source.hurry(options.limits.uploadIdle);
  try {
    const { itemId: itemid, fileId: fileid } = await client.upload(bytes, fieldsOf(head), {
      ...(scope.account !== undefined && { account: scope.account }),
      size,
      name,
      type,
      signal,
      stallTimeout: options.limits.uploadIdle,
    });
    await keepSession(visit, caller);
    return jsonAnswer({ upload: { itemid, fileid } });
  } catch (error) {
    if (bytes.fault !== undefined && !signal.aborted) throw bytes.fault;
    // The platform heard nothing for as long as the page sent nothing.
    if (source.waiting && error instanceof TimeoutError) throw fileTooSlow();
    return jsonAnswer(await refusalAsAnswer(visit, caller, error));
  }
}

/**
 * `POST upload`: takes a file from a page and hands it on to the platform as it comes. The token for it is asked for
 * here, and never seen by the page.
 */
export async function relayUpload(visit: Visit): Promise<Response> {
  const { options, request, signal } = visit;
  if (!options.uploads) throw new GatewayRefusal('not-allowed', { message: 'The gateway takes no uploads.' });
  const boundary = boundaryOf(request.headers.get('content-type') ?? '');
  const { body } = request;
  if (boundary === undefined || body === null) throw badRequest('The form has no boundary, or no body.');
  return asCaller(visit, 'upload', async (caller) => {
    const source = new ByteSource(body);
    const stop = (): void => source.cancel();
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await relay(visit, source, await readUploadHead(source, boundary, KNOWN), caller);
    } catch (error) {
      // A body that was given up reads like a form that is malformed.
      throw signal.aborted && error instanceof GatewayRefusal ? visit.ended('no') : error;
    } finally {
      signal.removeEventListener('abort', stop);
      source.cancel();
    }
  });
}

import {
  HttpError,
  MalformedResponseError,
  type ResponseHeader,
  Status,
  createApiError,
  isStreamOneError,
  parseResponse,
} from '@streamone/core';
import type { Gateway } from '../gateway/gateway.js';
import { type FormAnswer, type FormSending, sendForm } from './send-form.js';
import { UnreadableOutcome, unreadable } from './unreadable-outcome.js';
import { uploadForm } from './upload-form.js';
import type { UploadFields, UploadOptions, Uploaded } from './upload-options.js';
import type { UploadPlace } from './upload-place.js';

/** A gateway that uploads go through, and who wants to know what it says of the session. */
export interface UploadRelay {
  readonly gateway: Gateway;
  readonly sessions: {
    readonly mark: object;
    answered(header: ResponseHeader, sentAt: object): void;
    refused(code: string, sentAt: object): void;
  };
}

function uploadedOf(text: string): Uploaded | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { upload } = (answer ?? {}) as { readonly upload?: { readonly itemid?: unknown; readonly fileid?: unknown } };
  const { itemid, fileid } = upload ?? {};
  if (typeof itemid !== 'string' || typeof fileid !== 'string') return undefined;
  return { itemId: itemid, fileId: fileid, confirmed: true };
}

function headerOf(text: string): ResponseHeader | undefined {
  try {
    return parseResponse(text).header;
  } catch (error) {
    if (isStreamOneError(error)) return undefined;
    throw error;
  }
}

/** What the gateway said: the upload, a refusal by the platform, or one of its own. */
function readAnswer(
  { status, text }: FormAnswer,
  place: UploadPlace,
  { gateway, sessions }: UploadRelay,
  sentAt: object,
): Uploaded {
  const uploaded = status === 200 ? uploadedOf(text) : undefined;
  if (uploaded !== undefined) return uploaded;
  const refused = gateway.errorOf(status, text, place);
  if (refused !== undefined) {
    sessions.refused(refused.code, sentAt);
    throw refused;
  }
  const details = { ...place, sent: 'unknown', httpStatus: status, excerpt: '' } as const;
  if (status !== 200) {
    throw new HttpError({ ...details, reason: `HTTP status ${status} and no answer of a gateway` });
  }
  const header = headerOf(text);
  if (header === undefined || header.status === Status.OK) {
    throw new MalformedResponseError({ ...details, reason: 'the answer is none of a gateway' });
  }
  sessions.answered(header, sentAt);
  throw createApiError({ ...place, header, body: null, httpStatus: status });
}

/**
 * Uploads through a gateway, which asks for the token, hands the bytes on, and tells what came of it.
 *
 * @param account the client's own
 * @throws what `upload` does
 */
export async function relayUpload(
  relay: UploadRelay,
  file: Blob,
  fields: UploadFields,
  options: UploadOptions & { readonly account: string | undefined },
): Promise<Uploaded> {
  relay.gateway.checkReachable();
  const { account, name, signal, onProgress, stallTimeout } = options;
  const { item, thumbnail } = fields;
  const first = { size: `${file.size}`, account, item, thumbnail: thumbnail?.toString() };
  const place = {
    command: 'upload',
    action: 'file',
    attempts: 1,
    requestId: `upload-${Math.random().toString(36).slice(2, 8)}`,
  };
  // The browser writes the type of the form itself, with its boundary.
  const { 'content-type': _json, ...headers } = relay.gateway.headers;
  const sentAt = relay.sessions.mark;
  const sending: FormSending = {
    url: `${relay.gateway.address}/upload`,
    form: uploadForm(file, fields, first, name),
    headers,
    size: file.size,
    place,
    watched: true,
    // A gateway tells the platform the end of a file only once it has that of the form.
    needsEnd: true,
    onProgress,
    signal,
    stallTimeout,
  };
  let answer: FormAnswer;
  try {
    answer = await sendForm(sending);
  } catch (error) {
    throw error instanceof UnreadableOutcome ? unreadable(error, sending) : error;
  }
  return readAnswer(answer, place, relay, sentAt);
}

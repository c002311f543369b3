import type { RequestOptions } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { type StreamOneClient, failureSent, isLoopback, isTlsFailure } from '@streamone/client';
import { InvalidArgumentError, isStreamOneError } from '@streamone/core';
import { checkFields, formFields } from './form-fields.js';
import { multipartFrame } from './multipart-frame.js';
import { readRedirect } from './read-redirect.js';
import { tellProgress } from './tell-progress.js';
import { uploadFailure } from './upload-failure.js';
import type { UploadFields, UploadOptions, UploadSource, Uploaded } from './upload-options.js';
import { sendUpload } from './upload-request.js';
import { type OpenedSource, openSource } from './upload-source.js';

const STALL_TIMEOUT = 60_000;
const FIRST_WAIT = 300;

/** What the platform gives leave with. */
interface Leave {
  readonly token: string;
  readonly uploadurl: string;
  readonly uploadurlhttps?: string | undefined;
  readonly itemid: string;
  readonly fileid: string;
}

/** Where to send the file: by https where the platform offers it (documented that it may not). */
function uploadUrl({ uploadurl, uploadurlhttps }: Leave, allowInsecure: boolean): URL {
  const url = new URL(uploadurlhttps ?? uploadurl);
  if (url.protocol === 'https:' || allowInsecure || isLoopback(url.hostname)) return url;
  throw new InvalidArgumentError({
    argument: 'uploadurl',
    expected: 'an https address from the platform',
    given: `${url.protocol}//${url.host}`,
    advice: 'Over plain HTTP anyone on the way can read the file; allowInsecure: true permits it all the same.',
  });
}

async function* framed(
  before: Buffer,
  body: AsyncIterable<Uint8Array>,
  after: Buffer,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield before;
  yield* body;
  yield after;
}

/** How a client's uploads travel. */
export interface UploadSettings {
  /** How connections to an address are made; Node's own way unless given. */
  readonly connectionTo?: ((url: URL) => Promise<RequestOptions>) | undefined;
}

interface Sending {
  readonly client: StreamOneClient;
  readonly fields: UploadFields;
  readonly options: UploadOptions;
  readonly settings: UploadSettings;
}

function takeLeave(client: StreamOneClient, fields: UploadFields, { signal, account }: UploadOptions): Promise<Leave> {
  const { item, thumbnail } = fields;
  return client.call<Leave>('uploadtoken/create', { item, thumbnail }, { signal, ...(account && { account }) });
}

/** Sends the form; again where no connection could be made, since nothing was read or sent then. */
async function send(source: OpenedSource, leave: Leave, { client, fields, options, settings }: Sending): Promise<void> {
  const { signal, onProgress, stallTimeout = STALL_TIMEOUT, allowInsecure = false } = options;
  const url = uploadUrl(leave, allowInsecure);
  const frame = multipartFrame(formFields(leave.token, fields), { field: 'uploadfile', ...source });
  const { contentType, before, after } = frame;
  const length = before.length + source.size + after.length;
  for (let attempts = 1; ; attempts++) {
    const place = { command: 'upload', action: 'file', attempts };
    try {
      const connection = await settings.connectionTo?.(url);
      const body = framed(before, tellProgress(source, onProgress), after);
      readRedirect(await sendUpload({ url, contentType, length, body, signal, stallTimeout, connection }), place);
      return;
    } catch (error) {
      const again = attempts <= client.options.retry.limit && isUnsent(error);
      if (!again || signal?.aborted === true) throw uploadFailure(error, { place, signal, url, token: leave.token });
    }
    // Ended by the signal, it only comes to the next attempt sooner, which tells of it.
    await sleep(FIRST_WAIT * 2 ** (attempts - 1), undefined, { signal }).catch(() => undefined);
  }
}

/** Whether nothing can have arrived, and another try may help: a certificate does not mend itself. */
function isUnsent(error: unknown): boolean {
  return !isStreamOneError(error) && failureSent(error) === 'no' && !isTlsFailure(error);
}

/**
 * Uploads a file: takes leave from the platform, then sends a form with the file in it, at constant
 * memory. The title goes with the file, so that one request makes the item whole. A connection that could not be made is
 * tried again, as often as the client's `retry` says; nothing else is, since the file may have arrived.
 *
 * @throws ApiError, TransportError, or InvalidArgumentError when the source can't be read or a field is wrong
 */
export async function upload(
  client: StreamOneClient,
  source: UploadSource,
  fields: UploadFields = {},
  options: UploadOptions = {},
  settings: UploadSettings = {},
): Promise<Uploaded> {
  checkFields(fields);
  const opened = await openSource(source, options);
  try {
    const leave = await takeLeave(client, fields, options);
    await send(opened, leave, { client, fields, options, settings });
    return { itemId: fields.replaceitem ?? leave.itemid, fileId: leave.fileid };
  } finally {
    await opened.close();
  }
}

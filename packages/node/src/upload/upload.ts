import type { RequestOptions } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { type StreamOneClient, failureSent, isLastingFailure } from '@streamone/client';
import { type TransferNotes, observeTransfer } from '@streamone/client/gateway';
import { InvalidArgumentError, isStreamOneError } from '@streamone/core';
import { checkFields, formFields } from './form-fields.js';
import { type MultipartFrame, multipartFrame } from './multipart-frame.js';
import { readRedirect } from './read-redirect.js';
import { type Leave, takeLeave, uploadUrl } from './take-leave.js';
import { tellProgress } from './tell-progress.js';
import { uploadFailure } from './upload-failure.js';
import type { UploadFields, UploadOptions, UploadSource, Uploaded } from './upload-options.js';
import { sendUpload } from './upload-request.js';
import { type OpenedSource, openSource } from './upload-source.js';

const STALL_TIMEOUT = 60_000;
const FIRST_WAIT = 300;
/** What errors and events call it. */
const PLACE = { command: 'upload', action: 'file' };
/** The longest wait that a timer takes, some 24 days. */
const LONGEST_WAIT = 2_147_483_647;

function checkStallTimeout({ stallTimeout: given = STALL_TIMEOUT }: UploadOptions): void {
  if (typeof given === 'number' && given > 0 && given <= LONGEST_WAIT) return;
  const expected = `milliseconds, more than 0 and at most ${LONGEST_WAIT}`;
  throw new InvalidArgumentError({ argument: 'stallTimeout', expected, given });
}

async function* framed(
  { before, after }: MultipartFrame,
  body: AsyncIterable<Uint8Array>,
  begin: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  begin();
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

/** Sends the form; again where no connection could be made, since nothing was read or sent then. */
async function send(
  source: OpenedSource,
  leave: Leave,
  { client, fields, options, settings }: Sending,
  notes: TransferNotes,
): Promise<void> {
  const { signal, onProgress, stallTimeout = STALL_TIMEOUT, allowInsecure = false } = options;
  const url = uploadUrl(leave, allowInsecure);
  const frame = multipartFrame(formFields(leave.token, fields), { field: 'uploadfile', ...source });
  const { contentType } = frame;
  const length = frame.before.length + source.size + frame.after.length;
  let begun = false;
  for (let attempts = 1; ; attempts++) {
    const place = { ...PLACE, attempts, requestId: leave.requestId };
    notes.attempt = attempts;
    const wait = FIRST_WAIT * 2 ** (attempts - 1);
    try {
      const connection = await settings.connectionTo?.(url);
      const file = tellProgress(source, onProgress, (sent) => (notes.bytes = sent));
      const body = framed(frame, file, () => (begun = true));
      readRedirect(await sendUpload({ url, contentType, length, body, signal, stallTimeout, connection }), place);
      return;
    } catch (error) {
      const again = !begun && attempts <= client.options.retry.limit && isUnsent(error);
      const failure = uploadFailure(error, { place, signal, url, token: leave.token, begun });
      if (!again || signal?.aborted === true) throw failure;
      notes.again(wait, failure);
    }
    // Ended by the signal, it only comes to the next attempt sooner, which tells of it.
    await sleep(wait, undefined, { signal }).catch(() => undefined);
  }
}

/** Whether nothing can have arrived, and another try may help. */
function isUnsent(error: unknown): boolean {
  return !isStreamOneError(error) && failureSent(error) === 'no' && !isLastingFailure(error);
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
  checkStallTimeout(options);
  const opened = await openSource(source, options);
  try {
    const leave = await takeLeave(client, fields, options);
    const transfer = { ...PLACE, requestId: leave.requestId, bytes: opened.size };
    const sending = { client, fields, options, settings };
    await observeTransfer(client, transfer, (notes) => send(opened, leave, sending, notes));
    return { itemId: fields.replaceitem ?? leave.itemid, fileId: leave.fileid };
  } finally {
    await opened.close();
  }
}

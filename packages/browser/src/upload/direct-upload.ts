import type { BaseClient } from '@streamone/client/runtime';
import { InvalidArgumentError, MalformedResponseError, createApiError } from '@streamone/core';
import { confirmItem } from './confirm-item.js';
import type { formTools } from './form-tools.js';
import type { FormAnswer, FormSending } from './send-form.js';
import { sendUnwatched } from './send-unwatched.js';
import type { UploadFields, UploadOptions, Uploaded } from './upload-options.js';
import type { UploadPlace } from './upload-place.js';

const CONFIRM_TIMEOUT = 5000;

/** What the platform gives leave with. */
interface Leave {
  readonly token: string;
  readonly uploadurl: string;
  readonly uploadurlhttps?: string | undefined;
  readonly itemid: string;
  readonly fileid: string;
}

function checkReturnUrl(given: string): string {
  const url = URL.parse(given, globalThis.location?.href);
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  throw new InvalidArgumentError({ argument: 'returnUrl', expected: 'an address of http or https', given });
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** By https where the platform offers it (documented that it may not); in the clear to this machine alone. */
function uploadUrl({ uploadurl, uploadurlhttps }: Leave, place: UploadPlace): string {
  const url = URL.parse(uploadurlhttps ?? uploadurl);
  if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)))) return url.href;
  // It is not shown: such an address may hold the token.
  const reason = 'the leave to upload has no address of https';
  throw new MalformedResponseError({ ...place, reason, sent: 'no', excerpt: '' });
}

/** Whether the answer comes from where the platform was told to send the browser. */
function hasReturned({ url }: FormAnswer, returnUrl: string): URL | undefined {
  const [came, meant] = [URL.parse(url), new URL(returnUrl)];
  return came !== null && came.origin === meant.origin && came.pathname === meant.pathname ? came : undefined;
}

/** What an answer says that may be read: only that of a `returnUrl` that lets every page read it. */
function readAnswer(answer: FormAnswer, returnUrl: string, place: UploadPlace): void {
  const came = hasReturned(answer, returnUrl);
  if (came === undefined) {
    const reason = `HTTP status ${answer.status} instead of the redirect that ends an upload`;
    throw new MalformedResponseError({ ...place, reason, sent: 'yes', httpStatus: answer.status, excerpt: '' });
  }
  const error = came.searchParams.get('error');
  if (error === null) return;
  if (/^\d{1,6}$/.test(error) && Number(error) !== 0) {
    throw createApiError({ ...place, header: { status: Number(error), statusmessage: '' }, body: null });
  }
  const reason = 'the redirect that ends the upload has an error without a code';
  throw new MalformedResponseError({ ...place, reason, sent: 'yes', excerpt: '' });
}

/**
 * Uploads to the platform itself: takes leave by the client, then sends the form to where the platform says, for
 * hosts that answer pages of other origins.
 *
 * Without a `returnUrl` that may be read, how it ended is not told to the page: a redirect that leads to where it may not
 * look is, to it, the same as a broken connection. Then the item is asked for, until it shows media.
 *
 * @param tools given by `upload`, which has them: a bundler would cut off what both name
 * @throws what `upload` does
 */
export async function directUpload(
  client: BaseClient,
  file: Blob,
  fields: UploadFields,
  options: UploadOptions,
  { UnreadableOutcome, sendForm, unreadable, uploadForm }: typeof formTools,
): Promise<Uploaded> {
  const { signal, account, onProgress, stallTimeout, confirmTimeout = CONFIRM_TIMEOUT } = options;
  const returnUrl = checkReturnUrl(options.returnUrl ?? globalThis.location?.origin ?? '');
  const { replaceitem, item, thumbnail } = fields;
  const given = { signal, ...(account !== undefined && { account }) };
  const { body: leave, requestId } = await client
    .call<Leave>('uploadtoken/create', { item, thumbnail }, given)
    .response();
  const place = { command: 'upload', action: 'file', attempts: 1, requestId };
  const sending: FormSending = {
    url: uploadUrl(leave, place),
    form: uploadForm(file, fields, { uploadtoken: leave.token, returnurl: returnUrl }, options.name),
    size: file.size,
    place,
    watched: onProgress !== undefined,
    needsEnd: false,
    onProgress,
    signal,
    stallTimeout,
  };
  const uploaded = { itemId: replaceitem ?? leave.itemid, fileId: leave.fileid };
  try {
    const isRead = sending.watched || options.returnUrl !== undefined;
    const answer = await (isRead ? sendForm(sending) : sendUnwatched(sending, UnreadableOutcome));
    readAnswer(answer, returnUrl, place);
    return { ...uploaded, confirmed: true };
  } catch (error) {
    if (!(error instanceof UnreadableOutcome)) throw error;
    // An item that had media before shows nothing by having some.
    const wait = item === undefined && replaceitem === undefined ? confirmTimeout : 0;
    if (await confirmItem(client, uploaded.itemId, { signal, account, timeout: wait })) {
      return { ...uploaded, confirmed: true };
    }
    if (error.complete) return { ...uploaded, confirmed: false };
    throw unreadable(error, sending);
  }
}

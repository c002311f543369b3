import { type StreamOneClient, isLoopback } from '@streamone/client';
import { InvalidArgumentError, MalformedResponseError } from '@streamone/core';
import type { UploadFields, UploadOptions } from './upload-options.js';

/** What the platform gives leave with. */
export interface Leave {
  readonly token: string;
  readonly uploadurl: string;
  readonly uploadurlhttps?: string | undefined;
  readonly itemid: string;
  readonly fileid: string;
  /** Of the call that asked for it. */
  readonly requestId: string;
}

/**
 * Where to send the file: by https where the platform offers it (documented that it may not).
 *
 * @throws MalformedResponseError or InvalidArgumentError for an address to which nothing is sent
 */
export function uploadUrl({ uploadurl, uploadurlhttps, requestId }: Leave, allowInsecure: boolean): URL {
  const url = URL.parse(uploadurlhttps ?? uploadurl);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    // It is not shown: such an address may hold the token.
    const reason = 'the leave to upload has no address of https or http';
    const place = { command: 'uploadtoken', action: 'create', attempts: 1, requestId };
    throw new MalformedResponseError({ ...place, reason, sent: 'yes', excerpt: '' });
  }
  if (url.protocol === 'https:' || allowInsecure || isLoopback(url.hostname)) return url;
  throw new InvalidArgumentError({
    argument: 'uploadurl',
    expected: 'an https address from the platform',
    given: `${url.protocol}//${url.host}`,
    advice: 'Over plain HTTP anyone on the way can read the file; allowInsecure: true permits it all the same.',
  });
}

/** Asks the platform for leave to upload a file. */
export async function takeLeave(
  client: StreamOneClient,
  { item, thumbnail }: UploadFields,
  { signal, account }: UploadOptions,
): Promise<Leave> {
  const options = { signal, ...(account && { account }) };
  const call = client.call<Omit<Leave, 'requestId'>>('uploadtoken/create', { item, thumbnail }, options);
  const { body, requestId } = await call.response();
  return { ...body, requestId };
}

import type { TestServer } from '../src/index.js';
import { videoBase64 } from '../src/media/stand-in/video.generated.js';
import { type PartialWish, ask } from './ask.js';

/** What `uploadtoken/create` gives. */
export interface Leave {
  readonly token: string;
  readonly uploadurl: string;
  readonly itemid: string;
  readonly fileid: string;
}

/** Where uploads of the tests return to. */
export const BACK = 'https://app.example/done?page=1#end';

/** A small video that plays for six seconds. */
export const VIDEO = Buffer.from(videoBase64, 'base64');

/** Asks for leave to upload, in the scenario's account. */
export async function leave(
  server: TestServer,
  args: Record<string, string> = {},
  more: PartialWish = {},
): Promise<Leave> {
  const wish = { path: '/api/uploadtoken/create', account: server.credentials.account, args, ...more };
  const { header, body } = await ask<Leave>(server, wish);
  if (header.status !== 0) throw new Error(`uploadtoken/create: ${header.status}`);
  return body;
}

/** A part of a form: a text, or a file with its name. */
export type Part = readonly [
  field: string,
  value: string | { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string },
];

/** A file for the field of files. */
export function file(bytes: Uint8Array<ArrayBuffer> | string, name = 'clip.mp4'): Part {
  return ['uploadfile', { bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name }];
}

/** A way to send a request. */
export type Send = (input: string, init: RequestInit) => Promise<Response>;

/** Sends a form. */
export function post(send: Send, url: string, parts: readonly Part[]): Promise<Response> {
  const form = new FormData();
  for (const [field, value] of parts) {
    if (typeof value === 'string') form.append(field, value);
    else form.append(field, new Blob([value.bytes]), value.name);
  }
  return send(url, { method: 'POST', body: form, redirect: 'manual' });
}

import { createHash } from 'node:crypto';
import { GUARDS } from '../json-answer.js';

/** Tells the page that embeds or opened this one, of this very origin, what became of an upload. It shows nothing. */
const SCRIPT = `const { pathname, search, origin } = location;
const upload = /\\/upload-return\\/([\\w-]+)$/.exec(pathname)?.[1] ?? null;
const error = new URLSearchParams(search).get('error');
const page = parent !== window ? parent : opener;
page?.postMessage({ type: 'streamone-upload', upload, error }, origin);`;

const PAGE = `<!doctype html><meta charset="utf-8"><title>Upload</title><script>${SCRIPT}</script>`;

const HASH = createHash('sha256').update(SCRIPT).digest('base64');

/**
 * `GET upload-return` and `GET upload-return/{upload}`: where the platform sends a browser that uploaded to it
 * directly. A page that is the same for everybody, so that nothing of the address can become a part of it.
 */
export async function uploadReturn(): Promise<Response> {
  const policy = `default-src 'none'; script-src 'sha256-${HASH}'; frame-ancestors 'self'; base-uri 'none'`;
  const headers = { ...GUARDS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  return new Response(PAGE, { headers });
}

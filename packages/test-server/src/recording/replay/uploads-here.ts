import type { RecordedRequest } from '../recording.js';

/**
 * The body of an answer with the address for uploads turned to the replay itself, which takes none:
 * what runs against a replay must never reach the real platform.
 */
export function uploadsHere({ command, action }: RecordedRequest, body: unknown, url: string): unknown {
  if (command !== 'uploadtoken' || action !== 'create') return body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const { uploadurlhttps: _, ...rest } = body as { readonly uploadurlhttps?: unknown };
  return { ...rest, uploadurl: `${url}/upload` };
}

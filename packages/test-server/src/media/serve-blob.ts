import { WebRefusal } from '../web/web-refusal.js';
import { readByteRange } from './byte-range.js';

/** A file to be served. */
export interface ServedFile {
  readonly blob: Blob;
  /** As `video/mp4`. */
  readonly type: string;
  /** Is another for other bytes. */
  readonly tag: string;
}

function holdsTag(header: string | null, etag: string): boolean {
  return header !== null && header.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}

/** Serves a file, or the part that is asked for. @throws WebRefusal (416) where the file ends before it. */
export function serveBlob(request: Request, { blob, type, tag }: ServedFile): Response {
  const { size } = blob;
  const etag = `"${tag}"`;
  const headers = { 'accept-ranges': 'bytes', 'cache-control': 'no-cache', etag };
  if (holdsTag(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const condition = request.headers.get('if-range');
  const asked = condition === null || condition === etag ? request.headers.get('range') : null;
  const range = readByteRange(asked, size);
  if (range === 'none') {
    const summary = `The file has ${size} bytes, and the range begins behind them.`;
    throw new WebRefusal(416, { summary, argument: 'Range' }, { ...headers, 'content-range': `bytes */${size}` });
  }
  const { start, end } = range === 'whole' ? { start: 0, end: size } : range;
  return new Response(blob.slice(start, end).stream(), {
    status: range === 'whole' ? 200 : 206,
    headers: {
      ...headers,
      'content-type': type,
      'content-length': String(end - start),
      ...(range !== 'whole' && { 'content-range': `bytes ${start}-${end - 1}/${size}` }),
    },
  });
}

import { readFile, readdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type PageSettings, withSettings } from './page-settings.ts';

/** What serves the page and its files. */
export interface PageSource {
  serve(incoming: IncomingMessage, outgoing: ServerResponse): void;
  close(): Promise<void>;
}

interface ServedFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly packed: Buffer;
  readonly caching: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

const FOLDER = fileURLToPath(new URL('../dist/', import.meta.url));

const pack = promisify(gzip);

async function served(path: string, content: Buffer, caching: string): Promise<ServedFile> {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return { type, plain: content, packed: await pack(content), caching };
}

function send(file: ServedFile, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const packed = /\bgzip\b/.test(incoming.headers['accept-encoding'] ?? '');
  const body = packed ? file.packed : file.plain;
  outgoing
    .setHeader('content-type', file.type)
    .setHeader('cache-control', file.caching)
    .setHeader('vary', 'accept-encoding');
  if (packed) outgoing.setHeader('content-encoding', 'gzip');
  outgoing.setHeader('content-length', body.length).end(incoming.method === 'HEAD' ? undefined : body);
}

/**
 * Serves the production build from memory. Every path that is no file is the page: it knows its own places.
 *
 * @throws Error where there is no build
 */
export async function builtPage(settings: PageSettings): Promise<PageSource> {
  const names = await readdir(FOLDER, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Error('The studio is not built: run "npm run build" first, or start it with --dev.');
  });
  const files = new Map<string, ServedFile>();
  for (const entry of names) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    const place = `/${path.slice(FOLDER.length).replace(/^\//, '')}`;
    const isHashed = place.startsWith('/assets/');
    const content = await readFile(path);
    files.set(place, await served(place, content, isHashed ? 'public, max-age=31536000, immutable' : 'no-cache'));
  }
  const html = files.get('/index.html')?.plain.toString() ?? '';
  const page = await served('/index.html', Buffer.from(withSettings(html, settings)), 'no-cache');
  files.delete('/index.html');
  return {
    serve(incoming, outgoing) {
      const [path = '/'] = (incoming.url ?? '/').split('?');
      const file = files.get(path);
      if (incoming.method !== 'GET' && incoming.method !== 'HEAD') outgoing.writeHead(405).end();
      else if (file === undefined && path.startsWith('/assets/')) outgoing.writeHead(404).end();
      else send(file ?? page, incoming, outgoing);
    },
    close: async () => undefined,
  };
}

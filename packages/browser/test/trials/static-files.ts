import { readFileSync, statSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};

/** Serves the files of a folder, with these headers. */
export function staticFiles(folder: string, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (incoming, outgoing) => {
    const path = normalize(decodeURIComponent((incoming.url ?? '/').replace(/[?#].*$/, '')));
    const file = join(folder, path === '/' ? 'index.html' : path);
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return outgoing.writeHead(404).end();
    outgoing.setHeader('content-type', `${TYPES[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`);
    return outgoing.end(readFileSync(file));
  };
}

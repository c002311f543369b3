import { readFile } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { extname, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A site that is being served. */
export interface RunningSite {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** How a site is served. */
export interface SiteOptions {
  /** 0 unless given: any free port. */
  readonly port?: number;
}

const FOLDER = fileURLToPath(new URL('../dist/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The files that may be meant, as hosts of static sites look for them: itself, then the page of that name. */
function candidates(path: string): readonly string[] {
  if (path.endsWith('/')) return [`${path}index.html`];
  return extname(path) === '' ? [`${path}.html`, `${path}/index.html`] : [path, `${path}.html`];
}

async function find(path: string): Promise<{ readonly file: string; readonly content: Buffer } | undefined> {
  for (const file of candidates(path)) {
    const content = await readFile(`${FOLDER}${file}`).catch(() => undefined);
    if (content !== undefined) return { file, content };
  }
  return undefined;
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { pathname } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  // A URL has no ".." any more; one that was hidden by an escape is none of ours.
  const path = decodeURIComponent(pathname);
  const isOurs = normalize(path) === path;
  const found = isOurs ? await find(path) : undefined;
  const bare = path.replace(/\/$/, '');
  if (isOurs && found === undefined && bare !== path && (await find(bare)) !== undefined) {
    outgoing.writeHead(308, { location: pathname.replace(/\/$/, '') }).end();
    return;
  }
  const { file, content } = found ?? { file: '404.html', content: await readFile(`${FOLDER}404.html`) };
  outgoing
    .writeHead(found === undefined ? 404 : 200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    .end(content);
}

/** Serves the built site on this machine alone, with addresses that don't end in `.html`. */
export async function startSite({ port = 0 }: SiteOptions = {}): Promise<RunningSite> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.writeHead(400).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

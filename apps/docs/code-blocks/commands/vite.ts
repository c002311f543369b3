// `npx vite` in a folder that a text has filled: it is started on a free port, must serve the page with all that its
// script imports, and is ended.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../documents.ts';

/** As much of Vite as is needed here; it is the browser package's. */
interface Vite {
  readonly createServer: (options: object) => Promise<ViteServer>;
}

interface ViteServer {
  readonly resolvedUrls: { readonly local: readonly string[] } | null;
  listen(): Promise<ViteServer>;
  close(): Promise<void>;
}

const found = createRequire(`${ROOT}packages/browser/package.json`).resolve('vite');
const { createServer } = (await import(pathToFileURL(found).href)) as Vite;
const root = process.cwd();
const server = await createServer({
  root,
  cacheDir: join(root, '.vite'),
  logLevel: 'error',
  server: { port: 0, host: '127.0.0.1' },
});
await server.listen();
const base = server.resolvedUrls?.local[0] ?? '';

/** Fetches what is at a path; what it refers to is returned. */
async function fetchPart(path: string): Promise<string[]> {
  const response = await fetch(new URL(path, base));
  const body = await response.text();
  if (!response.ok) throw new Error(`Vite answers ${response.status} for ${path}: ${body.slice(0, 400)}`);
  return [...body.matchAll(/(?:src=|from |import )"(?<to>\/[^"]+)"/g)].map((match) => match.groups?.['to'] ?? '');
}

const asked = new Set(['/']);
for (const path of asked) for (const next of await fetchPart(path)) asked.add(next);
await server.close();
// Packages of this repository are linked, and served from where they are.
if (![...asked].some((path) => path.endsWith('/browser/dist/index.js'))) {
  throw new Error(`the page's script does not import the client: ${[...asked].join(' ')}`);
}

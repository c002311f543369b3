import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { PageSource } from './built-page.ts';
import { type PageSettings, withSettings } from './page-settings.ts';

/** Serves the sources by Vite, which loads what has changed anew. */
export async function devPage(server: Server, settings: PageSettings): Promise<PageSource> {
  const { createServer } = await import('vite');
  const root = fileURLToPath(new URL('..', import.meta.url));
  const vite = await createServer({ root, appType: 'custom', server: { middlewareMode: true, hmr: { server } } });
  return {
    serve(incoming, outgoing) {
      vite.middlewares(incoming, outgoing, () => {
        void (async () => {
          const html = withSettings(await readFile(`${root}/index.html`, 'utf8'), settings);
          const page = await vite.transformIndexHtml(incoming.url ?? '/', html);
          outgoing.setHeader('content-type', 'text/html; charset=utf-8').end(page);
        })().catch((error: unknown) => outgoing.writeHead(500).end(String(error)));
      });
    },
    close: () => vite.close(),
  };
}

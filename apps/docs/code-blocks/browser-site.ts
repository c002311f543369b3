import { readFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { application, createClient, createGateway, gatewayListener } from '@streamone/node';
import type { TestServer } from '@streamone/test-server';

/** A site with a page, a gateway under it, and the worker that logs people in. */
export interface BrowserSite {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the site of a page's blocks.
 *
 * @param script what its page runs
 */
export async function startBrowserSite(platform: TestServer, script: string): Promise<BrowserSite> {
  const { url, credentials } = platform;
  const client = createClient({
    url,
    auth: application(credentials.application),
    account: credentials.account,
  });
  const gateway = createGateway({
    client,
    allow: ['item/view', 'user/viewme'],
    anonymous: ['item/view'],
    uploads: true,
    limits: { loginsPerMinute: 100 },
  });
  const toGateway = gatewayListener(gateway);
  const worker = readFileSync(fileURLToPath(import.meta.resolve('@streamone/browser/login-worker')));
  const files = new Map<string, readonly [type: string, body: string | Buffer]>([
    [
      '/',
      [
        'text/html; charset=utf-8',
        '<!doctype html><title>blocks</title><script type="module" src="/page.js"></script>',
      ],
    ],
    ['/page.js', ['text/javascript; charset=utf-8', script]],
    ['/login-worker.js', ['text/javascript; charset=utf-8', worker]],
  ]);
  const server: Server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    if (path.startsWith('/streamone/')) return toGateway(incoming, outgoing);
    const [type, body] = files.get(path) ?? [];
    if (type === undefined) outgoing.writeHead(404).end();
    else outgoing.setHeader('content-type', type).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await client.close();
    },
  };
}

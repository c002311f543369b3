import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of endless, or very many, pages. */
export interface PageServer {
  readonly url: string;
  /** How many requests it got. */
  readonly asked: () => number;
  close(): void;
}

/** What it answers. */
export interface PageServerOptions {
  /** How many rows there are in all. */
  readonly count: number;
  readonly row: (index: number) => object;
  /** From this page on it gives no answer; none is kept back unless given. */
  readonly silentFrom?: number;
  /** From this page on it refuses. */
  readonly refusesFrom?: number;
}

/** Starts a server that answers any action with pages, and checks no signature. */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const { count, row, silentFrom = Number.POSITIVE_INFINITY, refusesFrom = Number.POSITIVE_INFINITY } = options;
  let asked = 0;
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      asked += 1;
      if (asked > silentFrom) return;
      const args = new URLSearchParams(body);
      const offset = Number(args.get('offset') ?? 0);
      const limit = Math.min(Number(args.get('limit') ?? 20), count - offset);
      const refused = asked > refusesFrom;
      const header = { status: refused ? 4 : 0, statusmessage: refused ? 'NO' : 'OK', count, timezone: 'UTC' };
      const rows = refused ? null : Array.from({ length: Math.max(limit, 0) }, (_, index) => row(offset + index));
      response.end(JSON.stringify({ header, body: rows }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An environment for a server that checks no signature. */
export const anybody = (url: string): Record<string, string> => ({
  STREAMONE_API_URL: url,
  STREAMONE_USER_ID: 'u',
  STREAMONE_USER_PSK: 'a-pre-shared-key',
  STREAMONE_DEFAULT_ACCOUNT_ID: 'acc',
  STREAMONE_CONFIG: '/nowhere/config.toml',
});

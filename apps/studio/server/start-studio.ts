import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gatewayListener } from '@streamone/node';
import { type TestServer, startTestServer } from '@streamone/test-server';
import { type PageSource, builtPage } from './built-page.ts';
import { devPage } from './dev-page.ts';
import { type StudioLogin, loginsOf } from './logins.ts';
import { securityHeaders } from './security-headers.ts';
import { accountsOf, studioGateway } from './studio-gateway.ts';

/** How the studio is started. */
export interface StudioOptions {
  /** What is in the test server at first, as `studio` or `archive:10000`; `studio` unless given. */
  readonly scenario?: string | undefined;
  /** The port; a free one unless given. */
  readonly port?: number | undefined;
  /** Whether Vite serves the sources, in the place of the production build. */
  readonly dev?: boolean | undefined;
  /** The platform's clock, in milliseconds since 1970; the real one unless given. */
  readonly clock?: (() => number) | undefined;
}

/** A studio that runs: the page, its gateway and a test server. */
export interface Studio {
  /** Where the page is, without a slash at its end. */
  readonly url: string;
  readonly platform: TestServer;
  /** Who may sign in. */
  readonly logins: readonly StudioLogin[];
  close(): Promise<void>;
}

/** Starts all three on this machine: nothing is reached from elsewhere, and nothing reaches out. */
export async function startStudio({
  scenario = 'studio',
  port = 0,
  dev = false,
  clock,
}: StudioOptions = {}): Promise<Studio> {
  const platform = await startTestServer({ scenario, ...(clock !== undefined && { clock }) });
  const { gateway, client } = studioGateway(platform);
  const server = createServer({ requestTimeout: 0, headersTimeout: 60_000 });
  const settings = { accounts: accountsOf(platform) };
  const page: PageSource = dev ? await devPage(server, settings) : await builtPage(settings);
  const headers = securityHeaders(platform.url, dev);
  const toGateway = gatewayListener(gateway);
  server.on('request', (incoming, outgoing) => {
    if (incoming.url?.startsWith('/streamone/') === true) return toGateway(incoming, outgoing);
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
    page.serve(incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    platform,
    logins: loginsOf(platform),
    async close() {
      await page.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await client.close();
      await platform.close();
    },
  };
}

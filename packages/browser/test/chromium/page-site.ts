import type { RequestListener } from 'node:http';
import { gatewayListener } from '@streamone/node';
import { type Site, type SiteOptions, startSite } from '../../../node/test/gateway-site.ts';
import { bundle, source } from './bundle.ts';

/** What the browser is told to let in: nothing but the site's own files, and no `eval`. */
export const STRICT = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; img-src data:";

/** Scripts that are no workers of a login: one that breaks, and one that talks, and tells on what it hears. */
const STRANGERS: Readonly<Record<string, string>> = {
  '/broken.js': 'throw new Error("broken")',
  '/talks.js': "onmessage = ({ data }) => fetch('/heard?' + JSON.stringify(data)); postMessage('hello');",
};

/** How a site with pages differs from the usual one. */
export interface PageSiteOptions extends Omit<SiteOptions, 'listener'> {
  /** Modules by name, each a path below `packages/browser`; `page.js` is what the page at `/` loads. */
  readonly modules: Readonly<Record<string, string>>;
  /** The Content-Security-Policy; {@link STRICT} unless given. */
  readonly policy?: string;
  /** Answers before the site does. @returns whether it did */
  readonly first?: (...exchange: Parameters<RequestListener>) => boolean;
}

/**
 * A site of pages that are bundled from the sources, with the real gateway at `/streamone` before the test server.
 * The page at `/` loads the module `page`; one at `/empty` loads nothing.
 */
export async function startPageSite({ modules, policy = STRICT, first, ...options }: PageSiteOptions): Promise<Site> {
  const files = await bundle(Object.fromEntries(Object.entries(modules).map(([name, path]) => [name, source(path)])));
  return startSite({
    ...options,
    listener: (gateway) => {
      const listener = gatewayListener(gateway);
      return (incoming, outgoing) => {
        if (first?.(incoming, outgoing) === true) return undefined;
        const path = (incoming.url ?? '/').replace(/\?.*$/, '');
        if (path.startsWith('/streamone/')) return listener(incoming, outgoing);
        if (path === '/nowhere.js') return outgoing.writeHead(404).end('<h1>not here</h1>');
        const script = STRANGERS[path] ?? files.get(path.slice(1));
        outgoing.setHeader('content-security-policy', policy);
        if (script !== undefined) return outgoing.setHeader('content-type', 'text/javascript').end(script);
        const load = path === '/' ? '<script type="module" src="/page.js"></script>' : '';
        const html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>page</title>${load}`;
        return outgoing.setHeader('content-type', 'text/html').end(html);
      };
    },
  });
}

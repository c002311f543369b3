import { InvalidArgumentError } from '@streamone/core';
import { type HttpHandler, http } from 'msw';
import type { TestServer } from '../test-server.js';

/** Options of {@link handlers}. */
export interface HandlersOptions {
  /**
   * The base URLs whose requests the server answers; the platform's own unless given: its API, its media and its
   * content host. The server's own is always among them, since links in answers may lead there.
   */
  readonly urls?: readonly string[];
}

/** Where the platform is. Source: protocol, documented (API, media) and observed (content). */
const PLATFORM = [
  'https://api.streamonecloud.net',
  'https://media.streamonecloud.net',
  'https://content.streamonecloud.net',
];

/** What every URL under a base URL begins with. */
function prefix(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed !== undefined && /^https?:$/.test(parsed.protocol) && parsed.search === '' && parsed.hash === '') {
    return parsed.href.replace(/\/$/, '');
  }
  throw new InvalidArgumentError({
    argument: 'urls',
    expected: 'base URLs, as https://api.example.com',
    given: url,
  });
}

function under(base: string): RegExp {
  return new RegExp(`^${base.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:/|$)`);
}

/** Answers as the server does, byte for byte. Where it has no answer (a reset), the network fails. */
async function respond(server: Pick<TestServer, 'fetch'>, request: Request): Promise<Response> {
  try {
    // As it came: the signature is over these very bytes.
    return await server.fetch(request);
  } catch {
    return Response.error();
  }
}

/**
 * Makes handlers for msw that answer with a test server, so that an application is tested with the addresses that it
 * has: `setupServer(...handlers(server))`.
 *
 * @throws InvalidArgumentError for something that is no base URL.
 */
export function handlers(
  server: Pick<TestServer, 'fetch' | 'url'>,
  { urls = PLATFORM }: HandlersOptions = {},
): HttpHandler[] {
  const bases = new Set([...urls, server.url].map(prefix));
  return [...bases].map((base) => http.all(under(base), ({ request }) => respond(server, request)));
}

import { GatewayRefusal } from './gateway-refusal.js';
import type { Visit } from './visit.js';

/** The gateway's own header. A page of another origin can't set it without a preflight, which is never answered. */
const OWN_HEADER = 'x-streamone-gateway';
/** The version of the wire protocol. */
const VERSION = '1';

/** What a route takes for a body. */
export type BodyType = 'json' | 'multipart';

const TYPES: Readonly<Record<BodyType, { readonly pattern: RegExp; readonly expected: string }>> = {
  json: { pattern: /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i, expected: 'application/json' },
  multipart: { pattern: /^multipart\/form-data\s*;/i, expected: 'multipart/form-data' },
};

/**
 * Checks that a request comes from a page that may call: by the gateway's own header, by its origin, by what the
 * browser says of the site, and by the type of its body. Any of them would do against most attacks; together they hold
 * where one of them fails.
 *
 * @throws GatewayRefusal
 */
export function checkRequest(
  { request, url, options }: Pick<Visit, 'request' | 'url' | 'options'>,
  type: BodyType,
): void {
  const { headers } = request;
  if (headers.get(OWN_HEADER) !== VERSION) {
    throw new GatewayRefusal('missing-header', {
      message: `The request needs the header X-Streamone-Gateway: ${VERSION}.`,
    });
  }
  const origin = headers.get('origin');
  if (origin === null || !options.isOrigin(origin, url)) {
    const message = 'The request does not come from a page that may call: its Origin is none of `origins`.';
    throw new GatewayRefusal('bad-origin', { message });
  }
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') {
    const message = 'The request comes from another site than that of the gateway (Sec-Fetch-Site).';
    throw new GatewayRefusal('bad-origin', { message });
  }
  const { pattern, expected } = TYPES[type];
  if (pattern.test(headers.get('content-type') ?? '')) return;
  throw new GatewayRefusal('bad-content-type', { message: `The request needs the Content-Type ${expected}.` });
}

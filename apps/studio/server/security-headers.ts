/**
 * What the browser may do with the page. Scripts, styles and workers come from the site alone; pictures and media also
 * from the platform, which HLS players fetch.
 *
 * @param media the platform's origin
 * @param dev whether Vite serves the page: it puts styles into it and talks to it
 */
export function securityHeaders(media: string, dev: boolean): Readonly<Record<string, string>> {
  const policy = {
    'default-src': "'none'",
    'script-src': "'self'",
    'worker-src': "'self'",
    'style-src': dev ? "'self' 'unsafe-inline'" : "'self'",
    'img-src': `'self' data: ${media}`,
    'media-src': `'self' blob: ${media}`,
    'connect-src': dev ? `'self' ws: ${media}` : `'self' ${media}`,
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };
  return {
    'content-security-policy': Object.entries(policy)
      .map((entry) => entry.join(' '))
      .join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  };
}

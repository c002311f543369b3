import { expect, test } from 'vitest';
import { securityHeaders } from '../server/security-headers.ts';

const platform = 'http://127.0.0.1:1';

function policy(dev: boolean): Readonly<Record<string, string>> {
  const text = securityHeaders(platform, dev)['content-security-policy'] ?? '';
  return Object.fromEntries(text.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]));
}

test('the policy runs what the site itself has, and nothing that is written into a page', () => {
  expect(policy(false)).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'worker-src': "'self'",
    'style-src': "'self'",
    'connect-src': `'self' ${platform}`,
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  });
  // Vite puts styles into the page; scripts it does not.
  expect(policy(true)).toMatchObject({ 'script-src': "'self'", 'style-src': "'self' 'unsafe-inline'" });
});

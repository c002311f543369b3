import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An authority of one's own, and a certificate of its making for `localhost` and `platform.test`. */
export interface Authority {
  /** Its certificate, in PEM. */
  readonly ca: string;
  readonly key: string;
  readonly cert: string;
}

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: 'ignore' });
}

/** Makes an authority with openssl; `undefined` where that is not installed. */
export function makeAuthority(): Authority | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'streamone-ca-'));
  const path = (name: string): string => join(folder, name);
  try {
    const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    openssl(
      'req',
      '-x509',
      ...fresh,
      '-days',
      '2',
      '-subj',
      '/CN=Test CA',
      '-keyout',
      path('ca.key'),
      '-out',
      path('ca.pem'),
    );
    openssl('req', ...fresh, '-subj', '/CN=localhost', '-keyout', path('key.pem'), '-out', path('request.pem'));
    writeFileSync(path('names'), 'subjectAltName=DNS:localhost,DNS:platform.test,IP:127.0.0.1');
    const by = ['-CA', path('ca.pem'), '-CAkey', path('ca.key'), '-CAcreateserial', '-days', '2'];
    openssl('x509', '-req', '-in', path('request.pem'), ...by, '-extfile', path('names'), '-out', path('cert.pem'));
    const [ca = '', key = '', cert = ''] = ['ca.pem', 'key.pem', 'cert.pem'].map((name) =>
      readFileSync(path(name), 'utf8'),
    );
    return { ca, key, cert };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

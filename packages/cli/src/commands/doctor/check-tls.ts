import { type TLSSocket, connect } from 'node:tls';
import { failureCode } from '@streamone/node';
import { type Finding, UNAVAILABLE, fail, ok } from './finding.js';
import { placeOf } from './place.js';
import { settled } from './settled.js';

const DAY = 86_400_000;
/** A certificate that ends sooner should have been renewed by now: most are a month before. */
const SOON = 14;

const OWN =
  'If it is an authority of your own, NODE_EXTRA_CA_CERTS=/path/to/ca.pem trusts it. Else somebody may be in between.';

const ADVICE: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'Whoever runs the server has to renew it. Check the clock of this machine too.',
  CERT_NOT_YET_VALID: 'Check the clock of this machine.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Check the address: the certificate is for another name.',
};

function names(socket: TLSSocket): string {
  const { subject, subjectaltname } = socket.getPeerCertificate();
  const told = subjectaltname?.replaceAll(/DNS:|IP Address:/g, '') ?? String(subject?.CN ?? 'nobody');
  return told.length > 200 ? `${told.slice(0, 200)}…` : told;
}

function judge(socket: TLSSocket, env: NodeJS.ProcessEnv, now: number): Finding {
  const certificate = socket.getPeerCertificate();
  const end = new Date(certificate.valid_to ?? Number.NaN);
  const days = Math.floor((end.getTime() - now) / DAY);
  const date = Number.isNaN(end.getTime()) ? 'a moment that is not told' : end.toISOString().slice(0, 10);
  const about = `${socket.getProtocol() ?? 'TLS'}, certificate for ${names(socket)}, valid until ${date} (${days} days left)`;
  if (!socket.authorized) {
    const code = String(socket.authorizationError);
    return fail(`the certificate is not trusted: ${code}; ${about}`, ADVICE[code] ?? OWN, UNAVAILABLE);
  }
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    const advice = 'Anybody in between can pass for the platform: unset NODE_TLS_REJECT_UNAUTHORIZED.';
    return { result: 'warn', detail: `certificates are not checked; ${about}`, advice };
  }
  if (days < SOON) return { result: 'warn', detail: about, advice: 'Whoever runs the server should renew it.' };
  return ok(about);
}

/**
 * Checks the certificate: whether it is trusted, for whom it is, and for how long it holds.
 *
 * @param now milliseconds since 1970
 */
export async function checkTls(
  url: string,
  env: NodeJS.ProcessEnv,
  now: number,
  signal: AbortSignal,
): Promise<Finding> {
  const { host, port, secure, numeric } = placeOf(url);
  if (!secure) return { result: 'skipped', detail: 'plain HTTP: nothing is encrypted' };
  try {
    // It is looked at, and nothing is sent over it.
    const socket = connect({ host, port, rejectUnauthorized: false, ...(!numeric && { servername: host }) });
    await settled(socket, 'secureConnect', signal);
    const finding = judge(socket, env, now);
    socket.destroy();
    return finding;
  } catch (error) {
    const code = signal.aborted ? 'no answer in time' : (failureCode(error) ?? 'failed');
    const advice = 'Check that the server speaks TLS at this port, and that no firewall or proxy is in between.';
    return fail(`TLS can't be set up (${code})`, advice, UNAVAILABLE);
  }
}

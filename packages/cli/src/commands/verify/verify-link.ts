import { type Credentials, InvalidArgumentError, nodeHmac } from '@streamone/node';
import { type LinkVerification, verifyMediaLink } from '@streamone/core/media';
import { explainMediaLink } from '@streamone/test-server';
import { ageInWords } from './age-in-words.js';
import type { VerifyReport } from './verify-report.js';

function summaryOf({ reason, user }: LinkVerification, id: string, summary: string | undefined): string {
  switch (reason) {
    case 'ok':
      return 'The signature is right, and the link still holds.';
    case 'expired':
      return 'The signature is right, but the link holds no longer.';
    case 'unknown-user':
      return `The link says that user ${user ?? ''} signed it, and it is checked with the key of user ${id}.`;
    default:
      return (
        summary ?? 'The link is not signed as a whole: it takes exactly one each of signuser, signts and signature.'
      );
  }
}

/**
 * Checks a signed media link with the key of a user; nobody is asked. @param now in milliseconds
 *
 * @throws InvalidArgumentError when the credentials are not those of a user, who alone signs links.
 */
export async function verifyLink(
  link: string,
  credentials: Credentials,
  checkedWith: string,
  now: number,
): Promise<VerifyReport> {
  const psk = credentials.type === 'user' ? credentials.psk.reveal() : undefined;
  if (typeof psk !== 'string') {
    const advice = 'Set STREAMONE_AUTH_TYPE=user, or take another profile by --profile.';
    const expected = 'credentials of a user, who alone can sign links';
    throw new InvalidArgumentError({ expected, given: 'those of an application', advice });
  }
  const { id } = credentials;
  const lookup = (user: string): string | undefined => (user === id ? psk : undefined);
  const found = await verifyMediaLink(link, { lookup, now: Math.floor(now / 1000), hmac: nodeHmac });
  const why = found.reason === 'bad-signature' ? explainMediaLink(link, { id, psk }) : undefined;
  const held = found.until === undefined ? undefined : Math.floor(now / 1000) - found.until;
  return {
    kind: 'link',
    valid: found.valid,
    summary: summaryOf(found, id, why?.summary),
    mistakes: why?.mistakes ?? [],
    expected: why?.expected ?? found.stringToSign ?? null,
    received: why?.received ?? null,
    firstDifference: why?.firstDifference ?? null,
    checkedWith,
    time: found.until === undefined ? null : new Date(found.until * 1000),
    timeSummary: held === undefined ? null : `${held > 0 ? 'expired' : 'expires'} ${ageInWords(held)}`,
    steps: [],
  };
}

import type { Credentials } from '@streamone/node';
import { type RequestExplanation, type RequestKeys, explainRequest } from '@streamone/test-server';
import { ageInWords } from './age-in-words.js';
import type { PastedRequest } from './pasted-request.js';
import type { VerifyReport } from './verify-report.js';

/** How far a clock may be off: what a remark in a third-party client says (inferred). */
const WINDOW = 900;

/** What is checked before anything is looked up. */
const SIGNING = new Set(['request', 'parameters', 'actor', 'session', 'signature']);

interface Checker {
  readonly id: string;
  /** Whose key it is, in words. */
  readonly checkedWith: string;
}

function keyText(key: unknown): string {
  return typeof key === 'string' ? key : '';
}

function keysOf(credentials: Credentials): RequestKeys {
  if (credentials.type === 'session') {
    const { application, id, key } = credentials;
    return {
      application: { id: application.id, psk: keyText(application.psk.reveal()) },
      session: { id, key: key.reveal() },
    };
  }
  const actor = { id: credentials.id, psk: keyText(credentials.psk.reveal()) };
  return credentials.type === 'user' ? { user: actor } : { application: actor };
}

function timeSummary(timestamp: number, now: number): string {
  const age = Math.floor(now / 1000) - timestamp;
  const signed = `signed ${ageInWords(age)}`;
  if (Math.abs(age) <= WINDOW) return `${signed}: the platform would probably still take it`;
  const why = `the platform is thought to take ${WINDOW / 60} minutes either way`;
  return `${signed}: it would be refused now with status 2, since ${why}; sign it anew`;
}

/** What is wrong, in words; of a request from somebody else the test server could only say that there is nobody. */
function wrongText({ explanation, steps }: RequestExplanation, { id, checkedWith }: Checker): string {
  const { summary = 'The request is wrong.', received } = explanation ?? {};
  const isElse = steps.some(({ name, result }) => name === 'actor' && result === 'failed') && received !== id;
  if (!isElse || received === undefined) return summary;
  const slip = summary.includes('Did you mean') ? ` Did you mean "${id}"?` : '';
  return `It is from "${received}", and is checked with ${checkedWith}: take the profile of that one by --profile.${slip}`;
}

/** Checks a request with these credentials; nothing is sent. @param now in milliseconds */
export async function verifyRequest(
  { method, target, headers, body }: PastedRequest,
  credentials: Credentials,
  checkedWith: string,
  now: number,
): Promise<VerifyReport> {
  const request = { method, target, body, ...(headers !== undefined && { headers }) };
  const found = await explainRequest(request, keysOf(credentials));
  const { signed, explanation, steps, timestamp, stringToSign } = found;
  const { id } = credentials.type === 'session' ? credentials.application : credentials;
  const doubt =
    explanation === undefined ? '' : ` The test server would refuse it all the same: ${explanation.summary}`;
  // What was given instead of something else is not to be compared with the string to sign.
  const compared = explanation?.received === undefined ? stringToSign : undefined;
  return {
    kind: 'request',
    valid: signed,
    summary: signed ? `The signature is right.${doubt}` : wrongText(found, { id, checkedWith }),
    mistakes: explanation?.mistakes ?? [],
    expected: (signed ? stringToSign : (explanation?.expected ?? compared)) ?? null,
    received: (signed ? undefined : explanation?.received) ?? null,
    firstDifference: explanation?.firstDifference ?? null,
    checkedWith,
    time: timestamp === undefined ? null : new Date(timestamp * 1000),
    timeSummary: timestamp === undefined ? null : timeSummary(timestamp, now),
    steps: steps
      .filter(({ name }) => SIGNING.has(name))
      .map(({ name, result, detail }) => ({ name, result, detail: result === 'passed' ? (detail ?? null) : null })),
  };
}

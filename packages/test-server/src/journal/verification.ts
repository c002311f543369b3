import { Status } from '@streamone/core';
import { readParts } from '../answer/run-action.js';
import type { HmacSha1 } from '../hmac/hmac-sha1.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import type { VerificationStep } from './journal-entry.js';
import type { JournalRecord } from './journal-record.js';
import { passedDetails } from './passed-detail.js';

/** What is signed of a request of the API; `undefined` for what is beside it, or was too large to be kept. */
export function recordParts({ route, target, body }: JournalRecord): SignedParts | undefined {
  return route === undefined || target === '' ? undefined : readParts(target, body, route.path);
}

/**
 * Tells what a request of the API went through, step by step.
 *
 * @param parts undefined where they were too large to be kept: then nothing more is told than what passed
 */
export function verification(
  record: JournalRecord,
  parts: SignedParts | undefined,
  hmac: HmacSha1,
): readonly VerificationStep[] {
  const { progress, explain, status, fault } = record;
  if (progress === undefined) return [];
  // A fault that happens instead of an answer comes before the first check.
  const faulted = fault !== undefined && progress.step === 'request';
  // Some arguments are looked at by the action itself, as a limit that is too great.
  const step = progress.step === 'answer' && status === Status.INPUT_ERROR ? 'arguments' : progress.step;
  let reached = true;
  return Object.entries(passedDetails).map(([key, detail]): VerificationStep => {
    const name = key as keyof typeof passedDetails;
    if (!reached) return { name, result: 'not reached' };
    const last = name === step;
    if (last) reached = false;
    if (last && status !== 0 && !faulted)
      return { name, result: 'failed', ...(explain && { detail: explain().summary }) };
    const words = parts && detail({ record, progress, parts, hmac });
    return { name, result: 'passed', ...(words !== undefined && { detail: words }) };
  });
}

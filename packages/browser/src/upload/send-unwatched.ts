import { AbortedError } from '@streamone/core';
import type { FormAnswer, FormSending } from './send-form.js';
import type { UnreadableOutcome } from './unreadable-outcome.js';

/**
 * Sends a form without following the redirect at its end, nor asking the host before: all that the page learns is that
 * it was answered by one.
 *
 * @param Outcome the class of what it throws, given for the same reason as to `directUpload`
 * @throws AbortedError; UnreadableOutcome, complete where there was a redirect
 */
export async function sendUnwatched(
  { url, form, place, signal }: FormSending,
  Outcome: typeof UnreadableOutcome,
): Promise<FormAnswer> {
  try {
    const { type, status } = await fetch(url, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      credentials: 'omit',
      signal: signal ?? null,
    });
    if (type !== 'opaqueredirect') return { status, text: '', url };
  } catch {
    if (signal?.aborted !== true) throw new Outcome(false);
    const reason = 'the caller ended the upload; whether the file arrived is not known';
    throw new AbortedError({ ...place, sent: 'unknown', reason, cause: signal.reason });
  }
  throw new Outcome(true);
}

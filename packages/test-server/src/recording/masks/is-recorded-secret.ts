import { isSecretName } from '@streamone/core';

/** Names that may be of something else in a log, and are masked in what is to be committed. */
const MORE = /^(?:.*[._-])?(?:salt|pass|pin|pin[_-]?code|otp|auth)$/i;

/** Whether a recording masks what has this name: whatever is a secret by its name, and what may be one. */
export function isRecordedSecret(name: string): boolean {
  return isSecretName(name) || MORE.test(name);
}

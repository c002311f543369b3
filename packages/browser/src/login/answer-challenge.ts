import { passwordResponse, v2Hash } from '@streamone/core/password';

/** What is to be computed for a login. */
export interface LoginTask {
  readonly password: string;
  readonly salt: string;
  readonly challenge: string;
  /** Whether the hash of version 2 is asked for. */
  readonly v2: boolean;
}

/** What a challenge is answered with. */
export interface LoginAnswer {
  readonly response: string;
  readonly v2hash?: string;
}

/**
 * Computes the answer to a challenge, in slices of a tenth of a second.
 *
 * @param onProgress told of the part that is done, 0 to 1
 * @throws InvalidArgumentError when the salt is no bcrypt salt
 */
export async function answerChallenge(
  { password, salt, challenge, v2 }: LoginTask,
  onProgress: (done: number) => void,
): Promise<LoginAnswer> {
  const response = await passwordResponse({ password, salt, challenge }, { onProgress });
  return v2 ? { response, v2hash: v2Hash(password) } : { response };
}

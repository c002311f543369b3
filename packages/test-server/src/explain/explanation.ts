/** Where two strings to sign part. */
export interface FirstDifference {
  /** The position, in bytes from 0. */
  readonly index: number;
  /** The expected byte as a character; empty where the expected string ends. */
  readonly expected: string;
  /** The byte that was signed instead; empty where that string ends. */
  readonly received: string;
}

/** Why a request was refused. Holds no key, no password and no signature. */
export interface Explanation {
  /** What is wrong and what to do, in a sentence or two. */
  readonly summary: string;
  /** For a bad signature: the mistakes that give the signature received, by their names in the table of mistakes. */
  readonly mistakes?: readonly string[];
  /** What would have been right; for a bad signature the string to sign, secrets masked. */
  readonly expected?: string;
  /** What was given; for a bad signature the string that was probably signed. */
  readonly received?: string;
  /** Where the two part. */
  readonly firstDifference?: FirstDifference;
  /** The parameter or argument that is at fault. */
  readonly argument?: string;
  /** The token that is missing. */
  readonly token?: string;
  /** The accounts in which it is missing. */
  readonly accounts?: readonly string[];
  /** Where a handler threw: the frames of its stack, a line each. */
  readonly stack?: string;
  /** By how many seconds the request's clock is ahead (negative: behind). */
  readonly secondsOff?: number;
}

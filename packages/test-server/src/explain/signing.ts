/** A pair of a form: as it was sent, and decoded (byte strings all). */
export interface SignedPair {
  readonly raw: string;
  readonly name: string;
  readonly value: string;
}

/**
 * How a client makes its string to sign, step by step, so that a mistake is a change of one step
 * and two mistakes are two changes.
 */
export interface Signing {
  /** What the string begins with. */
  readonly path: string;
  /** Between path and parameters: `?`. */
  readonly mark: string;
  /** The parameters without the signature, in the order in which they are signed. */
  readonly parameters: readonly SignedPair[];
  /** Between parameters and arguments: `&`, also where there are no arguments. */
  readonly join: string;
  /** The arguments, in the order in which they are signed. */
  readonly arguments: readonly SignedPair[];
  /** Writes one pair. */
  readonly write: (pair: SignedPair) => string;
  /** What is signed with. */
  readonly key: string;
  /** What becomes of the HMAC's lower-case hex. */
  readonly digest: (hex: string) => string;
}

/** The string that is signed so. */
export function signedText(signing: Signing): string {
  const { path, mark, parameters, join, write } = signing;
  return `${path}${mark}${parameters.map(write).join('&')}${join}${signing.arguments.map(write).join('&')}`;
}

import type { Signing } from '../signing.js';
import type { WronglySigned } from '../wrongly-signed.js';

/** A known way to sign wrongly. */
export interface Mistake {
  /** Its name, as `rfc-3986`. */
  readonly name: string;
  /** What the client did and what to do instead, in a sentence or two. */
  readonly says: string;
  /** What else there is to say of what was signed; holds no secret. */
  readonly detail?: (signed: Signing, right: Signing, request: WronglySigned) => string;
  /**
   * The wrong ways to sign that it makes of another one, the likeliest first. None where it would
   * change nothing; one that changes nothing after all is no harm, since equal strings are tried once.
   */
  readonly apply: (signing: Signing, request: WronglySigned) => Iterable<Signing>;
  /** More ways of it, too many to be tried together with every other mistake. */
  readonly alone?: (signing: Signing, request: WronglySigned) => Iterable<Signing>;
  /**
   * One of a thousand more of them, which differ in the same three digits of the string alone:
   * too many to be tried together with every other mistake.
   *
   * @param digits 0 to 999
   */
  readonly thousandth?: (signing: Signing, digits: number) => Signing | undefined;
}

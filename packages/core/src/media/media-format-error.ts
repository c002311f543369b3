import { describeGiven } from '../errors/describe-given.js';
import { StreamOneError } from '../errors/stream-one-error.js';

/** What a MediaFormatError tells. */
export interface MediaFormatDetails {
  /** What kind of document was read. */
  readonly format: 'XSPF playlist' | 'drop-off XML';
  /** The element or attribute that is wrong, as `playlist/trackList/track[2]/duration`; else undefined. */
  readonly place?: string | undefined;
  /** What would have been right, in words. */
  readonly expected: string;
  /** What is there instead: a text is shown, cut at 80 characters; `undefined` says that it is missing. */
  readonly found: unknown;
}

/** A document is not what it should be: not well-formed, or without a part that it must have, or with a wrong one. */
export class MediaFormatError extends StreamOneError {
  override readonly name: string = 'MediaFormatError';
  /** What kind of document was read. */
  readonly format: 'XSPF playlist' | 'drop-off XML';
  /** The element or attribute that is wrong, as `playlist/trackList/track[2]/duration`, where there is one. */
  readonly place: string | undefined;
  /** What would have been right, in words. */
  readonly expected: string;

  constructor({ format, place, expected, found }: MediaFormatDetails) {
    const where = place === undefined ? '' : `, ${place}`;
    super(`${format}${where}: expected ${expected}, found ${found === undefined ? 'nothing' : describeGiven(found)}.`);
    this.format = format;
    this.place = place;
    this.expected = expected;
  }
}

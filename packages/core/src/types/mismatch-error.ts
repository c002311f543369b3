import { describeGiven } from '../errors/describe-given.js';
import { type ErrorContext, StreamOneError } from '../errors/stream-one-error.js';
import { REDACTED } from '../redaction/redact-text.js';
import { isSecretName } from '../redaction/secret-names.js';
import type { Mismatch } from './mismatch.js';

/** What a MismatchError tells. */
export interface MismatchDetails extends ErrorContext {
  readonly mismatches: readonly [Mismatch, ...Mismatch[]];
}

/** A value that stands in or under a field with the name of a secret is not told. */
function masked(mismatch: Mismatch): Mismatch {
  const names = mismatch.path.split(/[.[\]]+/);
  return names.some(isSecretName) ? { ...mismatch, given: REDACTED } : mismatch;
}

function sentence({ path, expected, given }: Mismatch): string {
  const shown = given === REDACTED ? 'something else' : describeGiven(given);
  return `${path === '' ? 'the value' : path} should be ${expected} and is ${shown}`;
}

/** A response contradicts what the catalogue declares. Thrown only where one asked for strictness. */
export class MismatchError extends StreamOneError {
  override readonly name: string = 'MismatchError';
  /** Every contradiction that was found; values that are secret by their name are masked. */
  readonly mismatches: readonly Mismatch[];

  constructor(details: MismatchDetails) {
    const { command, action } = details;
    const mismatches = details.mismatches.map(masked);
    const [first = details.mismatches[0]] = mismatches;
    const where = command === undefined ? '' : `${command}/${action ?? '?'}: `;
    const more = mismatches.length > 1 ? `, and ${mismatches.length - 1} more` : '';
    super(`${where}the response contradicts the catalogue: ${sentence(first)}${more}`, details);
    this.mismatches = mismatches;
  }
}

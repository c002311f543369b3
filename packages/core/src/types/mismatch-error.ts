import { describeGiven } from '../errors/describe-given.js';
import { type ErrorContext, StreamOneError } from '../errors/stream-one-error.js';
import { isSecretName } from '../redaction/redact.js';
import type { Mismatch } from './data-type.js';

/** What a MismatchError tells. */
export interface MismatchDetails extends ErrorContext {
  readonly mismatches: readonly [Mismatch, ...Mismatch[]];
}

function sentence({ path, expected, given }: Mismatch): string {
  const name = /(\w+)(?:\[\d+\])*$/.exec(path)?.[1] ?? '';
  const shown = isSecretName(name) ? 'something else' : describeGiven(given);
  return `${path === '' ? 'the value' : path} should be ${expected} and is ${shown}`;
}

/** A response contradicts what the catalogue declares. Thrown only where one asked for strictness. */
export class MismatchError extends StreamOneError {
  override readonly name: string = 'MismatchError';
  /** Every contradiction that was found. */
  readonly mismatches: readonly Mismatch[];

  constructor(details: MismatchDetails) {
    const { command, action, mismatches } = details;
    const where = command === undefined ? '' : `${command}/${action ?? '?'}: `;
    const more = mismatches.length > 1 ? `, and ${mismatches.length - 1} more` : '';
    super(`${where}the response contradicts the catalogue: ${sentence(mismatches[0])}${more}`, details);
    this.mismatches = mismatches;
  }
}

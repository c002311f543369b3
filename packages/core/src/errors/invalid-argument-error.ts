import { REDACTED, redactText } from '../redaction/redact-text.js';
import { isSecretName } from '../redaction/secret-names.js';
import { describeGiven } from './describe-given.js';
import { type ErrorContext, StreamOneError, isStreamOneError } from './stream-one-error.js';

/** What an InvalidArgumentError tells. */
export interface InvalidArgumentDetails extends ErrorContext {
  /** The argument, parameter or option that is refused; for an element of a list `item[2]`. */
  readonly argument?: string | undefined;
  /** What was given. It is described in the message, and masked where the argument's name says that it is secret. */
  readonly given: unknown;
  /** What would have been right, in words. */
  readonly expected: string;
  /** What to do about it. */
  readonly advice?: string | undefined;
}

/** Something that a caller gave can't be sent faithfully. It was refused before anything was sent. */
export class InvalidArgumentError extends StreamOneError {
  override readonly name: string = 'InvalidArgumentError';

  /**
   * Also true for one that another copy of the package made: the data types of a user's own actions
   * may come from there, and what they refuse must be told with its place all the same.
   */
  static override [Symbol.hasInstance](value: unknown): value is InvalidArgumentError {
    return isStreamOneError(value) && value.name === 'InvalidArgumentError';
  }

  /** The argument, parameter or option that is refused, where there is one. */
  readonly argument: string | undefined;
  /** What was given, described in words. */
  readonly given: string;
  /** What would have been right, in words. */
  readonly expected: string;
  /** What to do about it, where there is more to say. */
  readonly advice: string | undefined;
  /** Kept apart from the enumerable fields, since it may be a secret. */
  readonly #given: unknown;

  constructor(details: InvalidArgumentDetails) {
    const { argument, expected, advice, command, action } = details;
    const secret = details.given !== undefined && argument !== undefined && isSecretName(argument.replace(/\[.*$/, ''));
    const given = secret ? REDACTED : redactText(describeGiven(details.given));
    const where = command === undefined ? '' : `${command}/${action ?? '?'}: `;
    const what = argument === undefined ? '' : `${argument}: `;
    super(`${where}${what}expected ${expected}, given ${given}.${advice ? ` ${advice}` : ''}`, details);
    this.argument = argument;
    this.given = given;
    this.expected = expected;
    this.advice = advice;
    this.#given = details.given;
  }

  /**
   * The same refusal, told of a place that the code which refused didn't know of. An element
   * (`[2]`) is named behind its argument (`item[2]`).
   */
  at(place: Pick<InvalidArgumentDetails, 'argument' | 'command' | 'action' | 'requestId'>): InvalidArgumentError {
    const element = this.argument?.startsWith('[') ? this.argument : undefined;
    return new InvalidArgumentError({
      argument: element === undefined ? (this.argument ?? place.argument) : `${place.argument ?? ''}${element}`,
      command: this.command ?? place.command,
      action: this.action ?? place.action,
      requestId: this.requestId ?? place.requestId,
      attempts: this.attempts,
      cause: this.cause,
      expected: this.expected,
      advice: this.advice,
      given: this.#given,
    });
  }
}

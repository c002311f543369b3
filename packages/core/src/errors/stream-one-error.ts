import { redact } from '../redaction/redact.js';
import { redactText } from '../redaction/redact-text.js';

/** Where an error happened. All of it is optional: an argument can be refused before there is a call. */
export interface ErrorContext {
  /** The command, as `item`. */
  readonly command?: string | undefined;
  /** The action, as `view`. */
  readonly action?: string | undefined;
  /** The client's own number for the call; it is in every log event of that call too. */
  readonly requestId?: string | undefined;
  /** How many requests were made for the call. */
  readonly attempts?: number | undefined;
  /** What brought the error about. */
  readonly cause?: unknown;
}

const BRAND: unique symbol = Symbol.for('@streamone/error') as never;
const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

/**
 * The base of every error of these packages. `toJSON` and Node's `util.inspect` give its data with
 * every secret masked.
 */
export abstract class StreamOneError extends Error {
  /** The class, as text: it survives minifiers and copies of the package. */
  abstract override readonly name: string;
  /** The command, as `item`, where it is known. */
  readonly command: string | undefined;
  /** The action, as `view`, where it is known. */
  readonly action: string | undefined;
  /** The client's own number for the call, where there was one. */
  readonly requestId: string | undefined;
  /** How many requests were made; 0 when none was. */
  readonly attempts: number;

  protected constructor(message: string, context: ErrorContext = {}) {
    // Masked here and not only in dumps, since the stack is taken of it.
    super(redactText(message), context.cause === undefined ? undefined : { cause: context.cause });
    this.command = context.command;
    this.action = context.action;
    this.requestId = context.requestId;
    this.attempts = context.attempts ?? 0;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** The error as plain data for a log, with every secret masked. */
  toJSON(): Record<string, unknown> {
    const { name, message, cause, ...fields } = this as StreamOneError & Record<string, unknown>;
    const data: Record<string, unknown> = { name, message };
    for (const [field, value] of Object.entries(fields)) {
      if (value !== undefined && field !== 'stack') data[field] = value;
    }
    if (cause !== undefined) data['cause'] = cause;
    return redact(data) as Record<string, unknown>;
  }

  /** What Node's `util.inspect` and `console.log` show: the stack, then the data with every secret masked. */
  [INSPECT](): string {
    const { name, message: _message, ...data } = this.toJSON();
    // A stack begins with what the name was when it was taken, before the class had set its own.
    const stack = (this.stack ?? `Error: ${this.message}`).replace(/^Error\b/, String(name));
    return `${redactText(stack)}\n${JSON.stringify(data, null, 2)}`;
  }
}

/** Whether a value is an error of these packages, whichever copy of the package made it. */
export function isStreamOneError(value: unknown): value is StreamOneError {
  return value instanceof Error && BRAND in value;
}

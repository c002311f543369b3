import { type Sent, isSecretName } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import { tell } from '../observe/tell.js';
import type { LogEvent, ToldError } from '../options/log-event.js';
import type { ResolvedOptions } from '../options/resolve-options.js';
import type { SendingListener } from '../transport/transport.js';
import type { ClockOffset } from './clock-offset.js';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Shorter values of arguments are not masked: they would be found in every other word. */
const SHORTEST_SECRET = 6;

/** What a call asks for. */
export interface CallRequest {
  readonly action: Action;
  /** The arguments, checked; `null` is sent empty. */
  readonly pairs: readonly (readonly [string, unknown])[];
  readonly options: ResolvedOptions;
  readonly clockOffset: ClockOffset;
  readonly requestId: string;
  /** The caller's own. */
  readonly signal: AbortSignal | undefined;
}

/** A call on its way: what it asks for, and what has become of it so far. */
export class PendingCall implements SendingListener {
  readonly request: CallRequest;
  readonly startedAt = performance.now();
  /** How many requests were made. */
  attempts: number;
  /** Whether the last of them reached the platform. */
  sent: Sent = 'no';
  /** What the last answer's `Retry-After` asked for, in milliseconds. */
  retryAfter: number | undefined;
  /** Whether a relay's own refusal may be followed by another attempt; `undefined` where it did not refuse. */
  repeatable: boolean | undefined;
  /** Why no attempt follows one that could be repeated, for the error. */
  unrepeated: string | undefined;
  /** Whether a refusal for the clock was mended already. */
  clockMended = false;
  /** When the attempt that is under way began; `undefined` when the log has been told of its end. */
  #began: number | undefined;

  /**
   * @param attempts how many requests were made before, where the same call is made again in a new session
   */
  constructor(request: CallRequest, attempts = 0) {
    this.request = request;
    this.attempts = attempts;
  }

  /** What errors tell of this call. */
  get place(): { command: string; action: string; requestId: string; attempts: number } {
    const { action, requestId } = this.request;
    return { command: action.command, action: action.action, requestId, attempts: this.attempts };
  }

  /** How long the call has taken, in milliseconds. */
  get elapsed(): number {
    return performance.now() - this.startedAt;
  }

  /** What to add to a message when a write may have been carried out. */
  doubt(sent: Sent = this.sent): string {
    const doubtful = sent === 'unknown' && !this.request.action.readOnly;
    return doubtful ? '; whether it was carried out is not known' : '';
  }

  /** Values of the call's own arguments that must not be shown, as a password. */
  get secretArguments(): string[] {
    const values = this.request.pairs.filter(([name]) => isSecretName(name)).map(([, value]) => String(value));
    return values.filter((value) => value.length >= SHORTEST_SECRET);
  }

  /** An attempt is sent from here on. */
  begin(): void {
    this.attempts += 1;
    this.sent = 'unknown';
    this.retryAfter = undefined;
    this.repeatable = undefined;
    this.#began = performance.now();
    this.log({ type: 'request' });
  }

  /** The transport begins to write. */
  sending(): void {
    this.sent = 'unknown';
  }

  /** The attempt under way was answered by the API. */
  answered(answer: { readonly status: number; readonly statusName: string; readonly httpStatus: number }): void {
    const duration = this.#end();
    if (duration !== undefined) this.log({ type: 'response', ...answer, duration });
  }

  /** The attempt under way failed; nothing is told twice. */
  failed(error: ToldError): void {
    const duration = this.#end();
    if (duration !== undefined) this.log({ type: 'failure', error, duration });
  }

  /** Tells who listens. */
  log(event: DistributiveOmit<LogEvent, 'requestId' | 'command' | 'action' | 'attempt'>): void {
    const { options } = this.request;
    if (options.log === undefined && options.observe === undefined) return;
    const { command, action, requestId, attempts: attempt } = this.place;
    tell(options, { ...event, requestId, command, action, attempt });
  }

  #end(): number | undefined {
    const began = this.#began;
    this.#began = undefined;
    return began === undefined ? undefined : performance.now() - began;
  }
}

import { type Sent, isSecretName } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import type { ExtraParts } from '../extra-parts.js';
import type { CallWatch } from '../observe/call-watch.js';
import type { ResolvedOptions } from '../options/resolve-options.js';
import type { SendingListener } from '../transport/transport.js';
import type { ClockOffset } from './clock-offset.js';

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
  /** What the call needs beside, where it does. */
  readonly extras: ExtraParts | undefined;
  /** Who is told of its attempts, where anybody is. */
  readonly watch: CallWatch | undefined;
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
    this.request.watch?.begin(this);
  }

  /** The transport begins to write. */
  sending(): void {
    this.sent = 'unknown';
  }
}

import { statusRow } from '@streamone/core';
import type { LogEvent, ToldError } from '../options/log-event.js';
import type { ResolvedOptions } from '../options/resolve-options.js';
import type { ObservedCall } from './observe-call.js';
import { tell } from './tell.js';
import { toldError } from './told-error.js';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const TOO_LONG = 'the attempt took too long';

/** What a watch is told of the state of a call. */
type Progress = Pick<ToldError, 'sent'> & { readonly attempts: number };

/** Tells who listens of the attempts of a call. */
export class CallWatch {
  readonly #options: ResolvedOptions;
  readonly #call: ObservedCall;
  /** When the attempt that is under way began; `undefined` when the log has been told of its end. */
  #began: number | undefined;

  constructor(options: ResolvedOptions, call: ObservedCall) {
    this.#options = options;
    this.#call = call;
  }

  /** An attempt is sent from here on. */
  begin(call: Progress): void {
    this.#began = performance.now();
    this.#log(call, { type: 'request' });
  }

  /** The attempt under way was answered by the API. */
  answered(call: Progress, status: number, httpStatus: number): void {
    const duration = this.#end();
    if (duration === undefined) return;
    this.#log(call, { type: 'response', status, statusName: statusRow(status).name, httpStatus, duration });
  }

  /** The attempt under way failed; nothing is told twice. */
  failed(call: Progress, error: unknown): void {
    this.#failed(call, toldError(error));
  }

  /** The attempt under way took too long. */
  tookTooLong(call: Progress): void {
    this.#gaveUp(call, 'TimeoutError', TOO_LONG);
  }

  /** The caller ended the attempt under way. */
  aborted(call: Progress): void {
    this.#gaveUp(call, 'AbortedError', 'the caller ended it');
  }

  /** Another attempt will be made. @param error why; `undefined` where the last took too long */
  again(call: Progress, delay: number, error: unknown): void {
    this.#log(call, { type: 'retry', delay, reason: error === undefined ? TOO_LONG : toldError(error).message });
  }

  /** The client reckons with another clock of the platform. */
  clock(call: Progress, offset: number): void {
    this.#log(call, { type: 'clock', offset });
  }

  #gaveUp(call: Progress, name: string, message: string): void {
    this.#failed(call, { name, message, ...(call.sent !== undefined && { sent: call.sent }) });
  }

  #failed(call: Progress, error: ToldError): void {
    const duration = this.#end();
    if (duration !== undefined) this.#log(call, { type: 'failure', error, duration });
  }

  #log(
    { attempts: attempt }: Progress,
    event: DistributiveOmit<LogEvent, 'requestId' | 'command' | 'action' | 'attempt'>,
  ): void {
    const { requestId, command, action } = this.#call;
    tell(this.#options, { ...event, requestId, command, action, attempt });
  }

  #end(): number | undefined {
    const began = this.#began;
    this.#began = undefined;
    return began === undefined ? undefined : performance.now() - began;
  }
}

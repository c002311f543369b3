import type { LogEvent } from '../options/log-event.js';
import type { ResolvedOptions } from '../options/resolve-options.js';

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function safely(listener: ((event: LogEvent) => void) | undefined, event: LogEvent): void {
  try {
    const told: unknown = listener?.(event);
    // One may be asynchronous all the same; its promise need not be of this realm.
    if (isThenable(told)) told.then(undefined, () => undefined);
  } catch {
    // Nothing sensible can be done with it here, and the call itself is well.
  }
}

/** Tells the caller's log and the runtime of an event. A listener that throws or rejects must not break anything. */
export function tell({ log, observe }: Pick<ResolvedOptions, 'log' | 'observe'>, event: LogEvent): void {
  safely(log, event);
  safely(observe?.(event.type), event);
}

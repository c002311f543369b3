import type { LogEvent } from '../options/log-event.js';
import type { ResolvedOptions } from '../options/resolve-options.js';

function safely(listener: ((event: LogEvent) => void) | undefined, event: LogEvent): void {
  try {
    listener?.(event);
  } catch {
    // Nothing sensible can be done with it here, and the call itself is well.
  }
}

/** Tells the caller's log and the runtime of an event. A listener that throws must not break the call. */
export function tell({ log, observe }: Pick<ResolvedOptions, 'log' | 'observe'>, event: LogEvent): void {
  safely(log, event);
  safely(observe?.(event.type), event);
}

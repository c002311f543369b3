import type { Sent } from '@streamone/core';
import { GatewayRefusal } from './gateway-refusal.js';

/** Ends a request when its page goes away or its time is over. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly timedOut: () => boolean;
  /** From here on the time runs. */
  readonly begin: (milliseconds: number) => void;
  /** From here on it runs no more. */
  readonly stop: () => void;
  /** What a request that was ended is answered with. */
  readonly refusal: (sent: Sent) => GatewayRefusal;
}

/** @param page raised when the page goes away */
export function deadline(page: AbortSignal): Deadline {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let late = false;
  return {
    signal: AbortSignal.any([page, controller.signal]),
    timedOut: () => late,
    begin: (milliseconds) => {
      timer = setTimeout(() => {
        late = true;
        controller.abort(new Error('the time of the request is over'));
      }, milliseconds);
    },
    stop: () => clearTimeout(timer),
    refusal: (sent) =>
      late
        ? new GatewayRefusal('too-slow', { message: 'The body did not come in time.', sent })
        : new GatewayRefusal('aborted', { message: 'The request was ended.', sent }),
  };
}

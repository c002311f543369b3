import { InvalidArgumentError } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import type { CallOptions } from '../options/client-options.js';
import type { ResolvedOptions } from '../options/resolve-options.js';
import type { ClockOffset } from '../pipeline/clock-offset.js';
import type { CallWatch } from '../observe/call-watch.js';
import { loadExtras } from '../pipeline/load-extras.js';
import { performCall } from '../pipeline/perform-call.js';
import { CallHandle } from './call-handle.js';
import { withCaller } from './with-caller.js';
import type { Call, CallResponse, Page } from './call.js';
import { PagedCallHandle } from './paged-call-handle.js';

/** Numbers the calls of clients that belong together, and keeps what they learn of the platform's clock. */
export interface CallCounter {
  readonly clockOffset: ClockOffset;
  /** Begins the numbers of calls. */
  readonly name: string;
  calls: number;
}

/** A call of an action, before anything of it is checked. */
export interface CallStart {
  readonly action: Action;
  readonly args: Readonly<Record<string, unknown>>;
  /** The call's own options; `undefined` where there are none. */
  readonly given: CallOptions | undefined;
  /** Whether unknown arguments and a missing account are refused. */
  readonly strict: boolean;
}

function nextNumber(counter: CallCounter): string {
  counter.calls += 1;
  return `${counter.name}-${counter.calls}`;
}

/** Makes a call: its request is on its way when this returns. */
export function startCall(options: ResolvedOptions, counter: CallCounter, start: CallStart): Call<unknown> {
  const { action, args } = start;
  const first = send(options, counter, start);
  if (!action.paged) return new CallHandle(first);
  const paging = {
    command: action.command,
    action: action.action,
    offset: Number(args['offset'] ?? 0),
    limit: Number(args['limit'] ?? action.arguments['limit']?.default ?? 20),
    request: (offset: number) =>
      send(options, counter, { ...start, args: { ...args, offset } }) as Promise<CallResponse<Page<unknown>>>,
  };
  const page = first as Promise<CallResponse<Page<unknown>>>;
  return new PagedCallHandle<unknown>(page, paging, options.extras?.walkPages);
}

/** A call that is refused before there is an action to call. */
export function refusedCall(reason: InvalidArgumentError, counter: CallCounter, paged: boolean): Call<unknown> {
  const refused = Promise.reject(reason.at({ requestId: nextNumber(counter) }));
  const nothing = { command: '', action: '', offset: 0, limit: 0, request: () => refused };
  return paged ? new PagedCallHandle<unknown>(refused, nothing) : new CallHandle<unknown>(refused);
}

async function send(options: ResolvedOptions, counter: CallCounter, start: CallStart): Promise<CallResponse<unknown>> {
  const requestId = nextNumber(counter);
  try {
    const { command, action } = start.action;
    // Not before the caller has had the time to wait for it: only then does the stack of an error name them.
    const perform = async (watch?: CallWatch): Promise<CallResponse<unknown>> =>
      performCall(options, { ...start, requestId, clockOffset: counter.clockOffset, watch });
    if ((options.log ?? options.observe ?? options.tracer) === undefined) return await perform();
    const { observeCall } = options.extras ?? (await loadExtras());
    return await observeCall(options, { command, action, requestId }, perform);
  } catch (error) {
    const { command, action } = start.action;
    throw withCaller(error instanceof InvalidArgumentError ? error.at({ command, action, requestId }) : error, send);
  }
}

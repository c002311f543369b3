import { isStreamOneError } from '@streamone/core';
import type { CallResponse } from '../call/call.js';
import type { EndEvent, LogEvent } from '../options/log-event.js';
import type { ResolvedOptions } from '../options/resolve-options.js';
import { CallWatch } from './call-watch.js';
import { tell } from './tell.js';
import { toldError } from './told-error.js';
import { traceCall } from './trace-call.js';

/** Which call is observed. */
export interface ObservedCall {
  readonly command: string;
  readonly action: string;
  readonly requestId: string;
}

function ended(error: unknown): Pick<EndEvent, 'attempt' | 'cached' | 'error'> {
  return { attempt: isStreamOneError(error) ? error.attempts : 0, cached: false, error: toldError(error) };
}

/** Runs a call, and tells the log and the runtime of its begin and its end, and a tracer of it all. */
export async function observeCall(
  options: ResolvedOptions,
  call: ObservedCall,
  run: (watch?: CallWatch) => Promise<CallResponse<unknown>>,
): Promise<CallResponse<unknown>> {
  const { tracer, url } = options;
  const { command, action, requestId } = call;
  const about = { command, action, requestId };
  const traced = (watch?: CallWatch): Promise<CallResponse<unknown>> =>
    tracer === undefined ? run(watch) : traceCall(tracer, { ...about, url }, () => run(watch));
  if (options.log === undefined && options.observe === undefined) return traced();
  const started = performance.now();
  const told = (event: LogEvent): void => tell(options, event);
  told({ type: 'start', ...about, attempt: 0 });
  try {
    const response = await traced(new CallWatch(options, about));
    const { attempts: attempt, cached } = response;
    told({ type: 'end', ...about, attempt, cached, duration: performance.now() - started });
    return response;
  } catch (error) {
    told({ type: 'end', ...about, ...ended(error), duration: performance.now() - started });
    throw error;
  }
}

import { type ApiResponse, Status, TransportError, createApiError } from '@streamone/core';
import { type TransportResponse, headerOf } from '../transport/transport.js';
import type { Answer } from './answer.js';
import type { PendingCall } from './pending-call.js';
import { readAnswer } from './read-answer.js';
import { sendWritten } from './send-written.js';
import { writeRequest } from './write-request.js';

/** Clocks that differ by less, in milliseconds, agree: the header that tells has whole seconds. */
const AGREEMENT = 2000;

/**
 * Makes one attempt: writes and signs, sends, reads. A refusal for the clock (status 2) is
 * mended once by what the answer's `Date` header tells: the refused request was not carried out, so
 * that a write may be sent again too. A relay in between has seen to that itself.
 *
 * @param signal ends the attempt: the caller's own signal or a time limit
 * @throws ApiError when the platform says no; TransportError when no answer of it came back
 */
export async function attempt(call: PendingCall, signal: AbortSignal): Promise<Answer> {
  const { clockOffset, options } = call.request;
  const reckonedWith = clockOffset.milliseconds;
  const first = await exchange(call, signal);
  const skewed = first.response.header.status === Status.TIMESTAMP_OUT_OF_RANGE && options.relay === undefined;
  if (!skewed || call.clockMended) return settle(call, first);
  const learnt = clockOffset.learn(headerOf(first.http, 'date'), options.clock());
  // Compared with what this request was signed by: another call may have learnt the same meanwhile.
  // Where the clocks agree, the platform's window is not the fault of the clock.
  if (!learnt || Math.abs(clockOffset.milliseconds - reckonedWith) < AGREEMENT) return settle(call, first);
  call.clockMended = true;
  call.request.watch?.clock(call, clockOffset.milliseconds);
  return settle(call, await exchange(call, signal));
}

interface Exchange {
  readonly response: ApiResponse;
  readonly http: TransportResponse;
}

async function exchange(call: PendingCall, signal: AbortSignal): Promise<Exchange> {
  call.sent = 'no';
  const { wire, secrets, relayed } = await writeRequest(call);
  signal.throwIfAborted();
  call.begin();
  try {
    const http = await sendWritten(call, wire, signal, secrets);
    // An attempt that outlived its limit must not touch what the next one does.
    signal.throwIfAborted();
    const response = readAnswer(call, http, secrets, relayed);
    call.sent = 'yes';
    relayed?.answered(response.header);
    call.request.watch?.answered(call, response.header.status, http.status);
    return { response, http };
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof TransportError) call.sent = error.sent;
    call.request.watch?.failed(call, error);
    throw error;
  }
}

function settle(call: PendingCall, { response, http }: Exchange): Answer {
  const { header, body } = response;
  const { attempts, request } = call;
  if (header.status === Status.OK) return { header, body, http, attempts, requestId: request.requestId };
  const skewed = header.status === Status.TIMESTAMP_OUT_OF_RANGE;
  throw createApiError({
    ...call.place,
    header,
    body,
    httpStatus: http.status,
    advice: skewed ? "this machine's clock or the platform's is off" : undefined,
  });
}

import {
  type ApiResponse,
  type Arguments,
  type Credentials,
  type SignedRequest,
  Status,
  TransportError,
  createApiError,
  secretsOf,
  signRequest,
  statusRow,
} from '@streamone/core';
import { type TransportResponse, headerOf } from '../transport/transport.js';
import type { Answer } from './answer.js';
import { askCredentials } from './ask-credentials.js';
import type { PendingCall } from './pending-call.js';
import { readAnswer } from './read-answer.js';
import { sendSigned } from './send-signed.js';

/** Clocks that differ by less, in milliseconds, agree: the header that tells has whole seconds. */
const AGREEMENT = 2000;

/**
 * Makes one attempt: takes the time, signs, sends, reads. A refusal for the clock (status 2) is
 * mended once by what the answer's `Date` header tells: the refused request was not carried out, so
 * that a write may be sent again too.
 *
 * @param signal ends the attempt: the caller's own signal or a time limit
 * @throws ApiError when the platform says no; TransportError when no answer of it came back
 */
export async function attempt(call: PendingCall, signal: AbortSignal): Promise<Answer> {
  const { clockOffset, options } = call.request;
  const reckonedWith = clockOffset.milliseconds;
  const first = await exchange(call, signal);
  if (first.response.header.status !== Status.TIMESTAMP_OUT_OF_RANGE || call.clockMended) return settle(call, first);
  const learnt = clockOffset.learn(headerOf(first.http, 'date'), options.clock());
  // Compared with what this request was signed by: another call may have learnt the same meanwhile.
  // Where the clocks agree, the platform's window is not the fault of the clock.
  if (!learnt || Math.abs(clockOffset.milliseconds - reckonedWith) < AGREEMENT) return settle(call, first);
  call.clockMended = true;
  call.log({ type: 'clock', offset: clockOffset.milliseconds });
  return settle(call, await exchange(call, signal));
}

interface Exchange {
  readonly response: ApiResponse;
  readonly http: TransportResponse;
}

async function exchange(call: PendingCall, signal: AbortSignal): Promise<Exchange> {
  call.sent = 'no';
  const credentials = await askCredentials(call.request.options.auth, call.place);
  const signed = await sign(call, credentials);
  signal.throwIfAborted();
  call.begin();
  const secrets = [signed.signature, ...secretsOf(credentials), ...call.secretArguments];
  try {
    const http = await sendSigned(call, signed, signal, secrets);
    // An attempt that outlived its limit must not touch what the next one does.
    signal.throwIfAborted();
    const response = readAnswer(call, http, secrets);
    call.sent = 'yes';
    const { status } = response.header;
    call.answered({ status, statusName: statusRow(status).name, httpStatus: http.status });
    return { response, http };
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof TransportError) call.sent = error.sent;
    if (error instanceof Error) call.failed(error.name, error.message);
    throw error;
  }
}

function sign(call: PendingCall, credentials: Credentials): Promise<SignedRequest> {
  const { action, pairs, options, clockOffset } = call.request;
  const { scope, timezone, hmac } = options;
  return signRequest(
    { command: action.command, action: action.action, arguments: pairs as Arguments, ...scope, timezone },
    credentials,
    { timestamp: clockOffset.timestamp(options.clock()), hmac },
  );
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

import { isApiError, isStreamOneError } from '@streamone/core';
import type { CallResponse } from '../call/call.js';
import { toldError } from './told-error.js';
import type { SpanAttributes, Tracer } from './tracer.js';

/** OpenTelemetry's numbers: a span of who asks, and a status of failure. */
const CLIENT = 2;
const FAILED = 2;

/** Which call is traced. */
export interface TracedCall {
  readonly command: string;
  readonly action: string;
  readonly requestId: string;
  /** The API's address. */
  readonly url: string;
}

function attributesOf({ command, action, requestId, url }: TracedCall): SpanAttributes {
  const { hostname, port, protocol } = new URL(url);
  return {
    'rpc.system': 'streamone',
    'rpc.service': command,
    'rpc.method': action,
    'server.address': hostname,
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
    'streamone.request_id': requestId,
  };
}

function outcomeOf(error: unknown): SpanAttributes {
  const { name } = toldError(error);
  if (!isStreamOneError(error)) return { 'error.type': name };
  return {
    'error.type': name,
    'streamone.attempts': error.attempts,
    ...(isApiError(error) && { 'streamone.status': error.status, 'streamone.status_name': error.statusName }),
  };
}

/**
 * Runs a call in a span of its own, which is active meanwhile: what else is traced within, as HTTP, is
 * part of it. It tells command, action and outcome, by OpenTelemetry's names where it has any; no
 * argument, no path and no secret.
 */
export function traceCall(
  tracer: Tracer,
  call: TracedCall,
  run: () => Promise<CallResponse<unknown>>,
): Promise<CallResponse<unknown>> {
  const name = `${call.command}/${call.action}`;
  return tracer.startActiveSpan(name, { kind: CLIENT, attributes: attributesOf(call) }, async (span) => {
    try {
      const response = await run();
      const { header, attempts, cached } = response;
      span.setAttributes({ 'streamone.status': header.status, 'streamone.attempts': attempts });
      if (cached) span.setAttributes({ 'streamone.cached': true });
      return response;
    } catch (error) {
      span.setAttributes(outcomeOf(error));
      span.setStatus({ code: FAILED, message: toldError(error).message });
      throw error;
    } finally {
      span.end();
    }
  });
}

import { redactText } from '@streamone/core';
import { checkRequest } from './check-request.js';
import { checkUnread } from './check-unread.js';
import { type Deadline, deadline } from './deadline.js';
import { addressGroup, clientAddress } from './client-address.js';
import { findRoute } from './find-route.js';
import type { GatewayLogEvent } from './gateway-log-event.js';
import type { Gateway, GatewayContext } from './gateway-options.js';
import { gatewayParts } from './gateway-parts.js';
import { GatewayRefusal } from './gateway-refusal.js';
import { newRequestId } from './json-answer.js';
import { refusalAnswer } from './refusal-answer.js';
import { refusalOf } from './refusal-of.js';
import type { ResolvedGatewayOptions } from './resolve-gateway-options.js';
import type { GatewayParts, VisitNote } from './visit.js';

/** The peer, where the server told it: frameworks give other things in this place. */
function peerOf(context: GatewayContext | undefined): string | undefined {
  const ip: unknown = typeof context === 'object' && context !== null ? context.ip : undefined;
  return typeof ip === 'string' ? ip : undefined;
}

async function answer(
  parts: GatewayParts,
  request: Request,
  context: GatewayContext | undefined,
  note: VisitNote,
  ends: Deadline,
): Promise<Response> {
  const { options, limiters, gate } = parts;
  const url = new URL(request.url);
  const route = findRoute(request, url, options.basePath);
  note.route = route.name;
  if (route.body !== undefined) {
    checkRequest({ request, url, options }, route.body);
    checkUnread(request);
  }
  const address = clientAddress(request.headers, peerOf(context), options.proxies);
  const retryAfter = limiters.address.take(addressGroup(address));
  if (retryAfter > 0) {
    const shared = address === undefined ? ' The gateway is not told addresses, so that all share one limit.' : '';
    throw new GatewayRefusal('rate-limited', { message: `Too many requests in a minute.${shared}`, retryAfter });
  }
  const leave = gate.enter();
  if (leave === undefined) throw new GatewayRefusal('busy', { message: 'Too many requests at once.', retryAfter: 1 });
  try {
    const { signal, stop: takeTime, refusal: ended } = ends;
    ends.begin(options.limits.timeout);
    return await route.answer({ ...parts, request, url, address, signal, takeTime, ended, note });
  } finally {
    leave();
  }
}

function causeOf(cause: unknown): GatewayLogEvent['cause'] {
  if (cause === undefined) return undefined;
  const { name, message } = cause instanceof Error ? cause : { name: typeof cause, message: '' };
  return { name, message: redactText(message) };
}

/** Makes a gateway of its options. */
export function createHandler(options: ResolvedGatewayOptions): Gateway {
  const parts = gatewayParts(options);
  return async (request, context) => {
    const requestId = newRequestId();
    const started = performance.now();
    const note: VisitNote = {};
    const ends = deadline(request.signal);
    let refusal: GatewayRefusal | undefined;
    let response: Response;
    try {
      response = await answer(parts, request, context, note, ends);
    } catch (error) {
      refusal = refusalOf(error, ends.timedOut());
      response = refusalAnswer(refusal, requestId);
    } finally {
      ends.stop();
    }
    response.headers.set('date', new Date(options.clock()).toUTCString());
    response.headers.set('x-streamone-request', requestId);
    tell(options, {
      requestId,
      route: note.route,
      action: note.action,
      signedIn: note.signedIn ?? false,
      httpStatus: response.status,
      status: note.status,
      code: refusal?.code,
      cause: causeOf(refusal?.cause ?? note.cause),
      duration: performance.now() - started,
    });
    return response;
  };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function tell({ log }: ResolvedGatewayOptions, event: GatewayLogEvent): void {
  try {
    const told: unknown = log?.(event);
    // One may be asynchronous all the same; its promise need not be of this realm.
    if (isThenable(told)) told.then(undefined, () => undefined);
  } catch {
    // A log that throws must not break the answer.
  }
}

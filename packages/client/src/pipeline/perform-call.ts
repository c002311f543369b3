import type { Action } from '@streamone/core/catalogue';
import type { CallResponse } from '../call/call.js';
import { HttpView } from '../call/http-view.js';
import type { Auth, CallOptions } from '../options/client-options.js';
import { type ResolvedOptions, callOptions } from '../options/resolve-options.js';
import type { CallWatch } from '../observe/call-watch.js';
import { askActor } from '../relay/ask-actor.js';
import type { Answer } from './answer.js';
import { checkNeeds } from './check-needs.js';
import type { ClockOffset } from './clock-offset.js';
import { decodeBody } from './decode-body.js';
import { executeCall } from './execute-call.js';
import { loadExtras } from './load-extras.js';
import { PendingCall } from './pending-call.js';
import { prepareArguments } from './prepare-arguments.js';

/** A call before anything of it is checked. */
export interface CallInput {
  readonly action: Action;
  readonly args: Readonly<Record<string, unknown>>;
  /** The call's own options; `undefined` where there are none. */
  readonly given: CallOptions | undefined;
  /** Whether unknown arguments and a missing account are refused. */
  readonly strict: boolean;
  readonly requestId: string;
  readonly clockOffset: ClockOffset;
  /** Who is told of its attempts, where anybody is. */
  readonly watch?: CallWatch | undefined;
}

/** Not enumerable: a page is compared, copied and written as the plain array that it is. */
function setTotal(page: unknown[], count: unknown): void {
  Object.defineProperty(page, 'total', { value: typeof count === 'number' ? count : undefined });
}

/** Asks the cache where there is one, then the platform. */
async function ask(call: PendingCall): Promise<CallResponse<unknown>> {
  const { options, extras } = call.request;
  const { relay, cache: given } = options;
  const cache = given && relay !== undefined ? relay.cacheFor(given) : given;
  const execute = (): Promise<Answer> => executeCall(call);
  const { answer, cached } =
    cache && extras
      ? await extras.recall(call, cache, () => askActor(options, call.place), execute)
      : { answer: await execute(), cached: false };
  const { body, header, attempts, http, requestId } = answer;
  return { body, header, http: new HttpView(http), attempts, cached, requestId };
}

/**
 * What a call goes through: its arguments and options are checked, the cache is asked, attempts are
 * made, the session is kept, the body is decoded.
 *
 * @throws ApiError, TransportError, InvalidArgumentError, or MismatchError where the client is strict
 */
export async function performCall(base: ResolvedOptions, input: CallInput): Promise<CallResponse<unknown>> {
  const { action, args, given, strict, requestId, clockOffset, watch } = input;
  const pairs = prepareArguments(action, args, strict);
  const options = given === undefined ? base : callOptions(base, given);
  // A relay has an account of its own where none is given.
  if (strict && options.relay === undefined) checkNeeds(action, options.scope);
  const { session, cache, middleware } = options;
  const extras = cache || middleware?.length ? (options.extras ?? (await loadExtras())) : undefined;
  const signal = given?.signal;
  const run = async (auth: Auth, attempts: number): Promise<CallResponse<unknown>> => {
    const request = { action, pairs, options: { ...options, auth }, clockOffset, requestId, signal, extras, watch };
    return ask(new PendingCall(request, attempts));
  };
  const response = await (session === undefined
    ? run(options.auth, 0)
    : session.run({ action, requestId, signal, run: (own, made) => run(() => own.signing(), made) }));
  const body = decodeBody(action, response, options);
  if (action.paged && Array.isArray(body)) setTotal(body, response.header.count);
  return { ...response, body };
}

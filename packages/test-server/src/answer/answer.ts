import { Status } from '@streamone/core';
import type { PreparedAction } from '../actions/action-table.js';
import { explanationText } from '../explain/explanation-text.js';
import { stackOf } from '../explain/stack-of.js';
import type { FaultList } from '../faults/fault-list.js';
import { faultResponse } from '../faults/fault-response.js';
import type { RecordingJournal } from '../journal/journal.js';
import { claimedActor } from '../journal/record-actor.js';
import { maskedExplanation } from '../redaction/masked-explanation.js';
import type { Redaction } from '../redaction/redaction.js';
import { secondsLeft } from '../sessions/seconds-left.js';
import { type HeaderContext, PLATFORM_ZONE, writeRefusal, writeSuccess } from './envelope.js';
import type { Exchange } from './exchange.js';
import { httpDateWriter } from './http-date.js';
import { notTheApi, refuseByHttp, tooManyVariables } from './http-refusal.js';
import { noProgress } from './progress.js';
import { MOST_VARIABLES, type RawRequest, type RawResponse } from './raw-request.js';
import { Refusal } from './refusal.js';
import { route } from './route.js';
import { readParts, runAction } from './run-action.js';
import type { World } from './world.js';

/** What the answering is made of. */
export interface AnswerSetup {
  readonly world: World;
  readonly actions: ReadonlyMap<string, PreparedAction>;
  readonly faults: FaultList;
  readonly journal: RecordingJournal;
  readonly redaction: Redaction;
  /** Whether refusals carry their explanation. */
  readonly explain: boolean;
}

/** Answers a request, whatever it is; never throws. */
export type Answer = (request: RawRequest) => RawResponse;

/** Makes the core of the server: bytes in, bytes out, the same for every runtime. */
export function createAnswer({ world, actions, faults, journal, redaction, explain }: AnswerSetup): Answer {
  const writeDate = httpDateWriter();
  const json = (body: string, exchange: Exchange): RawResponse => ({
    status: 200,
    headers: { 'content-type': 'application/json', date: writeDate(exchange.time) },
    body,
  });
  const dated = (response: RawResponse, { time }: Exchange): RawResponse => ({
    ...response,
    headers: { ...response.headers, date: writeDate(time) },
  });

  const context = ({ timezone, session, time }: Exchange): HeaderContext => ({
    timezone,
    sessiontimeout: session === undefined ? undefined : secondsLeft(world.state.sessions.get(session), time),
  });

  function refuse(exchange: Exchange, refusal: Refusal): RawResponse {
    exchange.status = refusal.status;
    exchange.refusal = refusal;
    const text = explain
      ? explanationText(maskedExplanation(refusal.explain(), redaction(exchange.request)))
      : undefined;
    return json(writeRefusal(refusal.status, context(exchange), text), exchange);
  }

  function run(exchange: Exchange): RawResponse {
    const { request } = exchange;
    const refused = refuseByHttp(request);
    if (refused !== undefined) return dated(refused, exchange);
    const mark = request.target.indexOf('?');
    const found = route(mark === -1 ? request.target : request.target.slice(0, mark));
    if (found === undefined) return dated(notTheApi(), exchange);
    exchange.route = found;
    const proceed = (): RawResponse => {
      const parts = readParts(request.target, request.body, found.path);
      if (parts.parameters.pairs + parts.arguments.pairs > MOST_VARIABLES) return dated(tooManyVariables(), exchange);
      try {
        const result = runAction(exchange, found, parts, actions, world);
        exchange.status = 0;
        return json(writeSuccess(result, context(exchange)), exchange);
      } catch (error) {
        return refuse(exchange, error instanceof Refusal ? error : failure(error));
      }
    };
    const fault = faults.empty ? undefined : faults.take({ ...found, actor: () => claimedActor(request.target)?.id });
    if (fault === undefined) return proceed();
    exchange.fault = fault;
    return faultResponse(fault, {
      proceed,
      refuse: (refusal) => refuse(exchange, refusal),
      dated: (response) => dated(response, exchange),
    });
  }

  return (request) => {
    const started = performance.now();
    const exchange: Exchange = {
      request,
      time: world.clock.now(),
      route: undefined,
      timezone: PLATFORM_ZONE,
      session: undefined,
      status: undefined,
      refusal: undefined,
      fault: undefined,
      generated: false,
      progress: noProgress(),
    };
    const response = run(exchange);
    journal.record(exchange, response.status, performance.now() - started);
    return response;
  };
}

/** A fault of this server itself: status 1, with what happened in the explanation. */
function failure(error: unknown): Refusal {
  const what = error instanceof Error ? error.message : 'something that is no error was thrown';
  const stack = stackOf(error);
  return new Refusal(Status.INTERNAL_ERROR, {
    summary: `The test server itself failed: ${what}`,
    ...(stack !== undefined && { stack }),
  });
}

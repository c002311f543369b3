import { Status, readWallClock } from '@streamone/core';
import type { ActionResult } from '../actions/action-handler.js';
import type { PreparedAction } from '../actions/action-table.js';
import { explainUnknownAction } from '../explain/explain-unknown-action.js';
import { readForm } from '../form/read-form.js';
import { checkRights } from '../rights/check-rights.js';
import { type Caller, authenticate } from './authenticate.js';
import { checkContentType } from './check-content-type.js';
import type { Exchange } from './exchange.js';
import { type Parameters, readParameters } from './parameters.js';
import { Refusal } from './refusal.js';
import { runHandler } from './run-handler.js';
import { checkNeeds, findScope } from './request-scope.js';
import type { Route } from './route.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import type { World } from './world.js';

/** Reads both forms of a request. */
export function readParts(target: string, body: string, path: string): SignedParts {
  const mark = target.indexOf('?');
  return { path, parameters: readForm(mark === -1 ? '' : target.slice(mark + 1)), arguments: readForm(body) };
}

function readTimezone({ timezone }: Parameters, caller: Caller): string {
  if (timezone === undefined) return caller.record.timezone;
  // Core knows zones by this one question; it keeps what it learnt of them.
  if (readWallClock('2000-01-01 00:00:00', timezone) !== undefined) return timezone;
  throw new Refusal(Status.INVALID_TIMEZONE, {
    summary: `There is no timezone "${timezone}"; send the IANA name of one, or leave the parameter out for that of the ${caller.type === 'application' ? 'application' : 'user'}, ${caller.record.timezone}.`,
    argument: 'timezone',
    expected: 'the IANA name of a zone, as Europe/Amsterdam',
    received: timezone,
  });
}

function findAction({ command, action }: Route, actions: ReadonlyMap<string, PreparedAction>): PreparedAction {
  const found = actions.get(`${command}/${action}`);
  if (found !== undefined) return found;
  throw new Refusal(Status.INVALID_ACTION, () => explainUnknownAction(command, action, [...actions.keys()]));
}

/**
 * Takes a request through every check, in this order, and through its action: parameters,
 * signature, timestamp, timezone, action, read-only mode, accounts and customer, rights, arguments.
 * The order is inferred: who may not ask learns nothing more.
 *
 * @throws Refusal with the first thing that is wrong.
 */
export function runAction(
  exchange: Exchange,
  route: Route,
  parts: SignedParts,
  actions: ReadonlyMap<string, PreparedAction>,
  world: World,
): ActionResult<unknown> {
  const { state } = world;
  const { progress } = exchange;
  progress.step = 'parameters';
  const parameters = readParameters(parts.parameters.variables, () => ({
    parts,
    request: exchange.request,
    route,
    actions,
  }));
  progress.parameters = parameters;
  const caller = authenticate(exchange, parts, parameters, world, () =>
    Object.keys(actions.get(`${route.command}/${route.action}`)?.action.arguments ?? {}),
  );
  if (caller.type === 'session') exchange.session = caller.session.id;
  exchange.timezone = caller.record.timezone;
  progress.step = 'timezone';
  const timezone = readTimezone(parameters, caller);
  exchange.timezone = timezone;
  progress.step = 'action';
  const prepared = findAction(route, actions);
  const { action, read } = prepared;
  progress.action = action;
  progress.step = 'read-only';
  if (state.readOnly && !action.readOnly) {
    throw new Refusal(Status.API_IN_READONLY_MODE, {
      summary: `The server is in read-only mode, and ${action.command}/${action.action} writes (state.readOnly).`,
    });
  }
  progress.step = 'scope';
  const scope = findScope(parameters, state);
  progress.scope = scope;
  checkNeeds(action, scope, parts);
  progress.step = 'rights';
  checkRights(action, caller, scope, state);
  progress.step = 'arguments';
  checkContentType(exchange.request);
  const given = read(parts.arguments, { timezone });
  progress.step = 'answer';
  // The reader follows the declaration of this very action, which is what types its handler.
  const { result, mismatches } = runHandler(prepared, { ...world, arguments: given as never, caller, scope, timezone });
  if (mismatches.length > 0) progress.mismatches = mismatches;
  if (result.generated === true) exchange.generated = true;
  return result;
}

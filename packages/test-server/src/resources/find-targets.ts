import type { Action } from '@streamone/core/catalogue';
import { inputError } from '../answer/input-error.js';
import { findRecord } from '../actions/find-record.js';
import { parts } from './comparable.js';
import type { OwnRecord } from './own-record.js';
import { inReach } from './record-scope.js';
import type { ResourceCall } from './resource-options.js';
import type { ResourceModel } from './resource-model.js';

/** The argument by which an action names a record: the command's name, else `id`; `undefined` where it has neither. */
export function idArgument(command: string, action: Action): string | undefined {
  const declared = [command, 'id'].find((name) => Object.hasOwn(action.arguments, name));
  return declared ?? (action.openArguments ? command : undefined);
}

/**
 * Finds the records that a request names.
 *
 * @throws Refusal with 6 when it names none, with the resource's status when one is not there or out of reach.
 */
export function findTargets(model: ResourceModel, action: Action, call: ResourceCall): readonly OwnRecord[] {
  const name = idArgument(model.command, action) ?? model.command;
  const given = call.arguments[name];
  if (given === undefined || given === null || given === '') {
    throw inputError(name, `The argument "${name}" is missing.`);
  }
  return parts(given).map((id) =>
    findRecord(model.records(call.state), {
      argument: name,
      id: String(id),
      status: model.notFound(action),
      fits: (record) => inReach(model, record, call),
    }),
  );
}

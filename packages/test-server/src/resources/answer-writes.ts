import type { Action } from '@streamone/core/catalogue';
import type { ActionHandler, ActionResult } from '../actions/action-handler.js';
import { wholeSecond } from '../actions/whole-second.js';
import { completeRecord } from './complete-record.js';
import { findTargets } from './find-targets.js';
import { givenFields } from './given-fields.js';
import { rowFields, writtenBody } from './output-shape.js';
import type { OwnRecord } from './own-record.js';
import { accountForNew } from './record-scope.js';
import type { ResourceCall } from './resource-options.js';
import type { ResourceModel } from './resource-model.js';
import { resourceRow } from './resource-row.js';
import { typeName } from './type-name.js';

function answered(
  model: ResourceModel,
  { output }: Action,
  records: readonly OwnRecord[],
  call: ResourceCall,
  deleted = false,
): ActionResult<unknown> {
  const fields = rowFields(output);
  const byId = new Map(records.map((record) => [record.id, record]));
  const row = (id: string): unknown => {
    const record = byId.get(id);
    return record === undefined ? null : resourceRow(model, record, fields, call);
  };
  return { body: writtenBody(output, [...byId.keys()], row, deleted) };
}

/** Makes the action that adds a record, in the account of the request. */
export function answerCreate(model: ResourceModel, action: Action): ActionHandler {
  const handle = (call: ResourceCall): ActionResult<unknown> => {
    const given = { ...givenFields(model, action, call), account: accountForNew(model, call) };
    const { state, clock } = call;
    const record = completeRecord(model, given, { newId: () => state.newId(), now: () => wholeSecond(clock) });
    model.options.check?.({ before: undefined, after: record, call });
    return answered(model, action, [model.records(state).add(record)], call);
  };
  return { action, handle, spellings: {} };
}

/** Makes the action that changes records: what the request does not give stays. */
export function answerEdit(model: ResourceModel, action: Action): ActionHandler {
  const modified = model.fields['datemodified'];
  const dated = modified !== undefined && typeName(modified) === 'DateTime';
  const handle = (call: ResourceCall): ActionResult<unknown> => {
    const targets = findTargets(model, action, call);
    const changes = {
      ...(dated && { datemodified: wholeSecond(call.clock) }),
      ...givenFields(model, action, call),
    };
    for (const before of targets) model.options.check?.({ before, after: { ...before, ...changes }, call });
    const collection = model.records(call.state);
    return answered(
      model,
      action,
      targets.map(({ id }) => collection.update(id, changes)),
      call,
    );
  };
  return { action, handle, spellings: {} };
}

/** Makes the action that takes records away. It answers null where the declaration lets it, else what was deleted. */
export function answerDelete(model: ResourceModel, action: Action): ActionHandler {
  const handle = (call: ResourceCall): ActionResult<unknown> => {
    const targets = findTargets(model, action, call);
    for (const before of targets) model.options.check?.({ before, after: undefined, call });
    const collection = model.records(call.state);
    // Named twice is deleted once.
    for (const id of new Set(targets.map((target) => target.id))) collection.remove(id);
    return answered(model, action, targets, call, true);
  };
  return { action, handle, spellings: {} };
}

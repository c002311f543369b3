import type { Action } from '@streamone/core/catalogue';
import { Refusal } from '../answer/refusal.js';
import type { ActionHandler, ActionResult } from '../actions/action-handler.js';
import { pageOf, readPage } from '../actions/page.js';
import { isList, rowFields } from './output-shape.js';
import { orderedRecords } from './order-records.js';
import { inReach } from './record-scope.js';
import { recordFilters } from './record-filters.js';
import type { ResourceCall } from './resource-options.js';
import type { ResourceModel } from './resource-model.js';
import { resourceRow } from './resource-row.js';

/** Makes the view of a resource: its records that pass every filter, in order, a page of them, and how many there are in all. */
export function answerView(model: ResourceModel, action: Action): ActionHandler {
  const fields = rowFields(action.output);
  const list = isList(action);
  const handle = (call: ResourceCall): ActionResult<unknown> => {
    const page = action.paged ? readPage(call.arguments, call.state) : undefined;
    const filters = recordFilters(model, call);
    const found = [...model.records(call.state)].filter(
      (record) => inReach(model, record, call) && filters.every((filter) => filter(record)),
    );
    const records = orderedRecords(found, call.arguments, model.fields);
    if (page !== undefined && list) return pageOf(records, page, (record) => resourceRow(model, record, fields, call));
    if (list) return { body: records.map((record) => resourceRow(model, record, fields, call)) };
    const [first] = records;
    if (first === undefined) {
      throw new Refusal(model.notFound(action), { summary: `There is no such ${model.command}.` });
    }
    return { body: resourceRow(model, first, fields, call), ...(page && { count: records.length }) };
  };
  return { action, handle, spellings: {} };
}

import { type ArgumentRole, argumentRole } from './argument-role.js';
import { comparable, parts } from './comparable.js';
import type { OwnRecord } from './own-record.js';
import type { ResourceCall } from './resource-options.js';
import type { ResourceModel } from './resource-model.js';

/** Whether a record belongs into a list. */
export type RecordFilter = (record: OwnRecord) => boolean;

/** A list is any of its elements, on both sides. */
function equals(field: string, given: unknown): RecordFilter {
  const wanted = new Set(parts(given).map(comparable));
  return (record) =>
    parts(record[field]).some((part) => part !== undefined && part !== null && wanted.has(comparable(part)));
}

/** Searching makes no difference between cases (inferred). */
function contains(field: string, given: unknown): RecordFilter {
  const sought = String(given).toLowerCase();
  return (record) =>
    parts(record[field]).some((part) => typeof part === 'string' && part.toLowerCase().includes(sought));
}

/** Bounds are included (documented); a record that has nothing there is in no range (inferred). */
function bounded(field: string, given: unknown, least: boolean): RecordFilter {
  const bound = comparable(given);
  return (record) => {
    const value = comparable(record[field]);
    if (value === undefined || bound === undefined || typeof value !== typeof bound) return false;
    return least ? value >= bound : value <= bound;
  };
}

function filterOf(role: ArgumentRole, given: unknown): RecordFilter | undefined {
  if (role.kind === 'id') return equals('id', given);
  if (role.kind === 'equals') return equals(role.field, given);
  if (role.kind === 'contains') return contains(role.field, given);
  if (role.kind === 'min' || role.kind === 'max') return bounded(role.field, given, role.kind === 'min');
  return undefined;
}

/** The filters of a request to a view; a record must pass them all. Those sent empty filter nothing (documented). */
export function recordFilters(model: ResourceModel, call: ResourceCall): readonly RecordFilter[] {
  const { command, fields, options } = model;
  const own = new Map(Object.entries(options.filters ?? {}));
  const filters: RecordFilter[] = [];
  for (const [name, given] of Object.entries(call.arguments)) {
    if (given === null || given === undefined || given === '') continue;
    const fits = own.get(name);
    const filter =
      fits === undefined
        ? filterOf(argumentRole(name, command, fields), given)
        : (record: OwnRecord) => fits(record, given, call);
    if (filter !== undefined) filters.push(filter);
  }
  return filters;
}

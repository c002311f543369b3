import { type DataType, hash, object, text } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import type { ActionHandler, ActionResult } from '../actions/action-handler.js';
import { pageOf, readPage } from '../actions/page.js';
import { argumentRole } from '../resources/argument-role.js';
import { parts } from '../resources/comparable.js';
import { orderField, orderedBy } from '../resources/order-records.js';
import { isList, isOpen } from '../resources/output-shape.js';
import type { ResourceCall } from '../resources/resource-options.js';
import { isNullable, typeName } from '../resources/type-name.js';
import { draw } from './draw.js';
import { echo } from './echo.js';
import { generatedIds } from './generated-ids.js';
import { generatedFields, generatedValue } from './generated-value.js';
import { knownReferences } from './known-references.js';
import type { RowSource } from './row-source.js';

type Id = string | number;

/** What is answered where nothing is declared: as much as every row has. */
const openRow: DataType = object('Row', { id: hash(), name: text() });

/** Text is a number where IDs are: an argument that is not declared is text. */
function asId(given: Id, type: DataType | undefined): Id {
  const number = type !== undefined && typeName(type) === 'Integer' ? Number(given) : Number.NaN;
  return Number.isSafeInteger(number) ? number : given;
}

/** The IDs that a request names; `undefined` where it names none. */
function namedIds({ command }: Action, call: ResourceCall, type: DataType | undefined): readonly Id[] | undefined {
  const named = Object.entries(call.arguments).flatMap(([name, given]) =>
    argumentRole(name, command, {}).kind === 'id' && given !== null && given !== '' ? parts(given) : [],
  );
  const ids = named.filter((id) => typeof id === 'string' || typeof id === 'number');
  return ids.length > 0 ? [...new Set(ids.map((id) => asId(id, type)))] : undefined;
}

/**
 * Makes the handler of an action that is declared and has none: its answers are made up from the
 * declaration, valid by it, the same under the same seed, and a row the same for the same ID. They agree
 * with what the request says: its page, its IDs, the fields that it names.
 */
export function generatedHandler(action: Action, seed: number): ActionHandler {
  const { command, output, paged, readOnly } = action;
  const list = isList(action);
  const declared = output.element ?? output;
  const open = isOpen(declared);
  const type = open ? openRow : declared;
  const nothing = action.action === 'delete' && (isOpen(output) || isNullable(output));
  const idType = type.fields?.['id'];
  let ids: readonly Id[] | undefined;

  function sourceOf(id: Id, call: ResourceCall): RowSource {
    const { timezone, place } = call;
    return { seed, entity: command, id, timezone, url: place.url, reference: knownReferences(call, seed, id) };
  }

  function rowOf(id: Id, call: ResourceCall): Readonly<Record<string, unknown>> {
    const { fields = {} } = type;
    const source = sourceOf(id, call);
    return echo(generatedFields(type, source), { fields, call, action, source, open });
  }

  function write(id: Id, call: ResourceCall): unknown {
    if (type.fields !== undefined) return rowOf(id, call);
    // A list of IDs is the list of the rows' own.
    return generatedValue(type, typeName(type) === 'Hash' ? 'id' : '', sourceOf(id, call)) ?? null;
  }

  /** The IDs of the rows that a request is about: those that it names, else the whole list, or the one that a write makes. */
  function wantedIds(call: ResourceCall): readonly Id[] {
    const named = namedIds(action, call, idType);
    if (named !== undefined) return named;
    if (readOnly) return (ids ??= generatedIds(seed, command, idType));
    return [draw(seed, command, action.action, JSON.stringify(call.arguments)).id()];
  }

  function answer(call: ResourceCall): ActionResult<unknown> {
    const page = paged ? readPage(call.arguments, call.state) : undefined;
    if (nothing) return { body: null };
    const wanted = wantedIds(call);
    if (!list) return { body: write(wanted[0] ?? '', call), ...(page && { count: 1 }) };
    const { orderfield, order } = call.arguments;
    const field = orderField(orderfield, type.fields ?? {});
    const ordered = orderedBy(wanted, field === undefined ? undefined : (id) => rowOf(id, call)[field], order);
    if (page === undefined) return { body: ordered.map((id) => write(id, call)) };
    return pageOf(ordered, page, (id) => write(id, call));
  }

  return { action, handle: (call: ResourceCall) => ({ ...answer(call), generated: true }), spellings: {} };
}

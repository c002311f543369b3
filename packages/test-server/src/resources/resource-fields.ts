import type { Action } from '@streamone/core/catalogue';
import type { Fields } from './argument-role.js';
import { rowFields } from './output-shape.js';

/**
 * The fields of a resource's row: those that its view shows, else another of its actions; where nothing is
 * declared of any, the arguments by which records are made and changed.
 */
export function resourceFields(command: string, actions: readonly Action[]): Fields {
  const named = (name: string): Action | undefined => actions.find(({ action }) => action === name);
  for (const name of ['view', 'create', 'edit']) {
    const fields = rowFields(named(name)?.output);
    if (fields !== undefined) return fields;
  }
  const given = { ...named('edit')?.arguments, ...named('create')?.arguments };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, { type }]) => (name === command || name === 'id' ? [] : [[name, type]])),
  );
}

import type { DataType, Mismatch } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import { isMasked } from '../masks/mask-text.js';
import type { RecordedApiAnswer } from '../recording.js';
import type { Finding } from './drift-report.js';
import { isExpected } from './is-expected.js';
import { typeName } from './type-name.js';

/** Labels are short fixed words, and told; whatever looks otherwise is not. */
const LABEL = /^[A-Za-z0-9_-]{1,40}$/;

/** The objects of one place, by its path with `[]` for any element. */
interface Place {
  readonly type: DataType;
  readonly objects: object[];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function isNewLabel(values: readonly string[], value: string): boolean {
  return values.length > 0 && !values.includes(value) && !isMasked(value);
}

/** Gathers the objects of each place, and the labels that are new. */
function gather(type: DataType, value: unknown, path: string, places: Map<string, Place>, found: Finding[]): void {
  const { element, fields, values } = type;
  if (element !== undefined && Array.isArray(value)) {
    for (const each of value as unknown[]) gather(element, each, `${path}[]`, places, found);
  }
  if (values !== undefined && typeof value === 'string' && isNewLabel(values, value)) {
    const given = LABEL.test(value) ? `"${value}"` : 'another';
    found.push({ kind: 'new-label', path, expected: `one of ${values.join(', ')}`, given });
  }
  if (fields === undefined || !isObject(value)) return;
  const place = places.get(path) ?? { type, objects: [] };
  places.set(path, place);
  place.objects.push(value);
  for (const [name, field] of Object.entries(value)) {
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (known !== undefined) gather(known, field, join(path, name), places, found);
    else
      found.push({ kind: 'unknown-field', path: join(path, name), expected: 'no such field', given: typeName(field) });
  }
}

/** A declared field counts as missing only where no object of the place has it: one that is not set may be left out. */
function missing(path: string, { type, objects }: Place): Finding[] {
  return Object.keys(type.fields ?? {})
    .filter((name) => isExpected(type, name) && !objects.some((object) => Object.hasOwn(object, name)))
    .map((name) => ({
      kind: 'missing-field',
      path: join(path, name),
      expected: type.fields?.[name]?.name ?? '',
      given: 'nothing',
    }));
}

function wrongType({ path, expected, given }: Mismatch): Finding[] {
  if (typeof given === 'string' && isMasked(given)) return [];
  return [{ kind: 'wrong-type', path: path.replaceAll(/\[\d+\]/g, '[]'), expected, given: typeName(given) }];
}

/** Holds the body of a success against the declared output, strictly. */
export function checkBody({ output }: Action, { header, body }: RecordedApiAnswer): Finding[] {
  const { timezone } = header;
  const mismatches: Mismatch[] = [];
  // A header without a zone is told of by itself, and must not make each date wrong.
  output.read(body, { timezone: typeof timezone === 'string' ? timezone : 'UTC', mismatches });
  const found = mismatches.flatMap(wrongType);
  const places = new Map<string, Place>();
  gather(output, body, '', places, found);
  for (const [path, place] of places) found.push(...missing(path, place));
  return found;
}

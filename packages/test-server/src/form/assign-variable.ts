import { type FormValue, PhpArray } from './php-array.js';

/** Where a value can be put: the form itself, or an array in it. */
interface Place {
  get(key: string): FormValue | undefined;
  set(key: string, value: FormValue): void;
  append(value: FormValue): void;
}

/** PHP's `max_input_nesting_level`. */
const DEEPEST = 64;
const BLANK = /^[ \t\n\v\f\r]/;
const RENAMED = /[ .]/g;
const RENAMED_IN_REST = /[ .[]/g;
const GUARDED = ['__Host-', '__Secure-'];

function formPlace(variables: Map<string, FormValue>): Place {
  return {
    get: (key) => variables.get(key),
    set: (key, value) => variables.set(key, value),
    // A name that begins with a bracket has no stem and was dropped before.
    append: () => undefined,
  };
}

function put(place: Place, key: string | undefined, value: FormValue): void {
  if (key === undefined) place.append(value);
  else place.set(key, value);
}

/** Steps into the array under a key, making it where there is none or a text. */
function descend(place: Place, key: string | undefined): Place {
  const existing = key === undefined ? undefined : place.get(key);
  if (existing instanceof PhpArray) return existing;
  const array = new PhpArray();
  put(place, key, array);
  return array;
}

/** PHP lets nobody make a guarded cookie's name by renaming or nesting, and its parser is the same for forms. */
function isForbidden(key: string | undefined, name: string): boolean {
  if (key === undefined || !key.startsWith('__')) return false;
  return GUARDED.some((prefix) => key.startsWith(prefix) && !name.startsWith(prefix));
}

/**
 * Gives a decoded name of a form its value, as PHP's form parser does: leading spaces go, NUL ends
 * the name, `.` and space become `_`, `[k]` and `[]` make arrays, a name of nothing is dropped, one with
 * more than 64 brackets takes away all of its stem, and the last of several values stays, in the place of the first. Source: PHP 8.2, held against PHP
 * itself by a test; that the platform is PHP is inferred.
 */
export function assignVariable(variables: Map<string, FormValue>, decodedName: string, value: string): void {
  const nul = decodedName.indexOf('\0');
  const name = (nul === -1 ? decodedName : decodedName.slice(0, nul)).replace(/^ +/, '');
  const bracket = name.indexOf('[');
  const stem = (bracket === -1 ? name : name.slice(0, bracket)).replace(RENAMED, '_');
  if (stem === '') return;
  let place = formPlace(variables);
  let key: string | undefined = stem;
  let at = bracket;
  for (let depth = 1; at !== -1 && name[at] === '['; depth++) {
    if (depth > DEEPEST) {
      // With all that it had until then.
      variables.delete(stem);
      return;
    }
    const start = at + 1;
    const afterBlank = BLANK.test(name.slice(start, start + 1)) ? start + 1 : start;
    const end = name.indexOf(']', afterBlank);
    if (end === -1) {
      // Not closed: behind the stem the bracket belongs to the name, behind an index all of it is lost.
      if (depth === 1) key = `${stem}_${name.slice(start).replace(RENAMED_IN_REST, '_')}`;
      break;
    }
    if (isForbidden(key, name)) return;
    place = descend(place, key);
    key = end === afterBlank ? undefined : name.slice(start, end);
    at = end + 1;
  }
  if (!isForbidden(key, name)) put(place, key, value);
}

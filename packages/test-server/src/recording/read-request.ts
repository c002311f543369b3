import { shownText } from '../form/byte-string.js';
import { PhpArray, type FormValue } from '../form/php-array.js';
import { readForm } from '../form/read-form.js';
import { checkContentType } from '../answer/check-content-type.js';
import type { RawRequest } from '../answer/raw-request.js';
import { Refusal } from '../answer/refusal.js';
import { route } from '../answer/route.js';
import type { RecordedForm, RecordedRequest } from './recording.js';

/** Why a request can't be recorded or replayed. */
export interface UnreadableRequest {
  /** In words, as `the method is GET`. */
  readonly unreadable: string;
}

/** A command or action that can be sent faithfully; it also becomes the name of a file. Source: protocol. */
const WORD = /^[a-z][a-z0-9]{0,63}$/;
/** What a body that is no form makes "names" of could hold secrets, so only plain ones are taken. */
const NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** What is different each time. */
const VOLATILE = new Set(['signature', 'timestamp']);
/** What is always the same. Source: protocol, documented. */
const CONSTANT: Readonly<Record<string, string>> = { api: '3', format: 'json' };

/** In the order of the names: the order of sending means nothing, and files should not differ by it. */
function sorted(fields: [string, string | RecordedForm][]): RecordedForm {
  return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function readValue(value: FormValue): string | RecordedForm | undefined {
  return value instanceof PhpArray ? readVariables(value.entries) : shownText(value);
}

function readVariables(variables: ReadonlyMap<string, FormValue>): RecordedForm | undefined {
  const fields: [string, string | RecordedForm][] = [];
  for (const [name, value] of variables) {
    const read = NAME.test(name) ? readValue(value) : undefined;
    if (read === undefined) return undefined;
    fields.push([name, read]);
  }
  return sorted(fields);
}

function isForm(request: RawRequest): boolean {
  try {
    checkContentType(request);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function withoutNoise(parameters: RecordedForm): RecordedForm {
  const kept = Object.entries({ authentication_type: 'user', ...parameters });
  return sorted(kept.filter(([name, value]) => !VOLATILE.has(name) && CONSTANT[name] !== value));
}

/** Reads what a request asks for, believing everything: nothing is verified here. */
export function readRequest(request: RawRequest): RecordedRequest | UnreadableRequest {
  const { method, target, body } = request;
  const mark = target.indexOf('?');
  const found = route(mark === -1 ? target : target.slice(0, mark));
  if (found === undefined) return { unreadable: 'the path is not /api/{command}/{action}' };
  const { command, action } = found;
  if (!WORD.test(command) || !WORD.test(action)) return { unreadable: 'the command or the action is no plain word' };
  if (method !== 'POST') return { unreadable: `the method is ${method}` };
  if (!isForm(request)) return { unreadable: 'the body is no form' };
  const parameters = readVariables(readForm(mark === -1 ? '' : target.slice(mark + 1)).variables);
  const given = readVariables(readForm(body).variables);
  if (parameters === undefined) return { unreadable: 'a parameter has a name that none can have' };
  if (given === undefined) return { unreadable: 'an argument has a name that none can have' };
  return { command, action, parameters: withoutNoise(parameters), arguments: given };
}

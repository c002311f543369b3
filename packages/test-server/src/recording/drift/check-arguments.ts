import type { Action } from '@streamone/core/catalogue';
import { isMasked } from '../masks/mask-text.js';
import type { RecordedRequest } from '../recording.js';
import type { Finding } from './drift-report.js';

const LABEL = /^[A-Za-z0-9_-]{1,40}$/;

function accepted(path: string, expected: string, given: string): Finding {
  return { kind: 'accepted', path, expected, given };
}

function checkScope({ needs }: Action, { parameters }: RecordedRequest): Finding[] {
  const account = parameters['account'] ?? '';
  const count = typeof account === 'string' && account !== '' ? account.split(',').length : 0;
  if (needs !== 'nothing' && count === 0) return [accepted('parameters.account', 'required', 'not given')];
  if (needs === 'account' && count > 1) return [accepted('parameters.account', 'one account', 'several')];
  return [];
}

/** Holds the request of a success against the declaration: what was accepted although it should not be is worth learning. */
export function checkArguments(action: Action, request: RecordedRequest): Finding[] {
  const found = checkScope(action, request);
  const { arguments: declared, openArguments } = action;
  for (const [name, value] of Object.entries(request.arguments)) {
    // The catalogue's entries have a prototype, and names come from whoever asks.
    const definition = Object.hasOwn(declared, name) ? declared[name] : undefined;
    const path = `arguments.${name}`;
    if (definition === undefined) {
      if (!openArguments) found.push(accepted(path, 'no such argument', 'an argument'));
      continue;
    }
    const values = definition.type.values ?? [];
    if (typeof value !== 'string') found.push(accepted(path, definition.type.name, 'a list'));
    else if (values.length > 0 && value !== '' && !values.includes(value) && !isMasked(value)) {
      const given = LABEL.test(value) ? `"${value}"` : 'another';
      found.push(accepted(path, `one of ${values.join(', ')}`, given));
    }
  }
  for (const [name, { required }] of Object.entries(declared)) {
    if (required && !Object.hasOwn(request.arguments, name))
      found.push(accepted(`arguments.${name}`, 'required', 'not given'));
  }
  return found;
}

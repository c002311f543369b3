import { InvalidArgumentError } from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';
import { parseValue } from './parse-value.js';
import { refuseSecret } from './secret-argument.js';

/**
 * Reads `name=value` as an argument of an action; `name=` unsets it. An argument or action that the
 * catalogue lacks is sent as the text that it is.
 *
 * @throws InvalidArgumentError when there is no `=`, or it is a secret.
 */
export function parsePair(action: Action | undefined, pair: string): readonly [string, unknown] {
  const at = pair.indexOf('=');
  if (at < 1) {
    throw new InvalidArgumentError({ expected: 'an argument as name=value (name= unsets it)', given: pair });
  }
  const [name, text] = [pair.slice(0, at), pair.slice(at + 1)];
  if (text !== '') refuseSecret(name);
  const declared = action !== undefined && Object.hasOwn(action.arguments, name) ? action.arguments[name] : undefined;
  if (declared !== undefined) return [name, parseValue(declared.type, text)];
  return [name, text === '' ? null : text];
}

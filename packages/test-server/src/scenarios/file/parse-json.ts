import { InvalidArgumentError } from '@streamone/core';
import { jsonError } from './json-error.js';

/** Parses the JSON of a file. @throws InvalidArgumentError, its argument path, line and column, for a text that is none. */
export function parseJson(text: string, path: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  try {
    const parsed: unknown = JSON.parse(json);
    return parsed;
  } catch {
    // Node tells the place for some errors only.
    const { at, expected } = jsonError(json) ?? { at: json.length, expected: 'more' };
    const before = json.slice(0, at).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    throw new InvalidArgumentError({
      argument: `${path}: line ${before.length}, column ${column}`,
      expected: `JSON: ${expected}`,
      given:
        at < json.length
          ? /^[\w"]*|./su.exec(json.slice(at, at + 20))?.[0] || json.slice(at, at + 1)
          : 'the end of the file',
    });
  }
}

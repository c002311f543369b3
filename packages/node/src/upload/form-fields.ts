import { InvalidArgumentError } from '@streamone/core';
import { RETURN_URL } from './read-redirect.js';
import type { UploadFields } from './upload-options.js';

const OF_FORM = ['title', 'author', 'description', 'replaceitem'] as const;
/** `item` goes to the platform before the form does, with the question for leave. */
const TEXTS = [...OF_FORM, 'item'] as const;

/**
 * The fields of an upload's form, in the order of the documents. Source: protocol, documented.
 *
 * @param token what the platform gave leave with
 */
export function formFields(token: string, fields: UploadFields): [string, string][] {
  const { archived } = fields;
  const form: [string, string][] = [
    ['uploadtoken', token],
    ['returnurl', RETURN_URL],
  ];
  for (const name of OF_FORM) {
    const value = fields[name];
    if (value !== undefined) form.push([name, value]);
  }
  if (archived !== undefined) form.push(['archived', archived ? '1' : '0']);
  return form;
}

const NAMES: ReadonlySet<string> = new Set([...TEXTS, 'archived', 'thumbnail']);

/**
 * Checks what an upload tells of its file, before anything is sent.
 *
 * @throws InvalidArgumentError naming the field that is wrong.
 */
export function checkFields(fields: UploadFields): void {
  for (const name of Object.keys(fields)) {
    if (NAMES.has(name)) continue;
    throw new InvalidArgumentError({
      argument: 'fields',
      expected: `fields named ${[...NAMES].join(', ')}`,
      given: name,
    });
  }
  for (const name of TEXTS) {
    const given = fields[name];
    if (given === undefined || typeof given === 'string') continue;
    throw new InvalidArgumentError({ argument: `fields.${name}`, expected: 'a text', given });
  }
  const { archived, thumbnail } = fields;
  if (archived !== undefined && typeof archived !== 'boolean') {
    throw new InvalidArgumentError({ argument: 'fields.archived', expected: 'true or false', given: archived });
  }
  if (thumbnail !== undefined && ![0, 1, 2].includes(thumbnail)) {
    throw new InvalidArgumentError({ argument: 'fields.thumbnail', expected: '0, 1 or 2', given: thumbnail });
  }
}

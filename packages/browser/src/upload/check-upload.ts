import { InvalidArgumentError } from '@streamone/core';
import type { UploadFields, UploadOptions } from './upload-options.js';

const TEXTS = ['title', 'author', 'description', 'replaceitem', 'item'] as const;
const NAMES: ReadonlySet<string> = new Set([...TEXTS, 'archived', 'thumbnail']);

function refuse(argument: string, expected: string, given: unknown): never {
  throw new InvalidArgumentError({ argument, expected, given });
}

function checkFields(fields: UploadFields): void {
  for (const name of Object.keys(fields)) {
    if (!NAMES.has(name)) refuse('fields', `fields named ${[...NAMES].join(', ')}`, name);
  }
  for (const name of TEXTS) {
    const given = fields[name];
    if (given !== undefined && typeof given !== 'string') refuse(`fields.${name}`, 'a text', given);
  }
  const { archived, thumbnail } = fields;
  if (archived !== undefined && typeof archived !== 'boolean') refuse('fields.archived', 'true or false', archived);
  if (thumbnail !== undefined && ![0, 1, 2].includes(thumbnail)) refuse('fields.thumbnail', '0, 1 or 2', thumbnail);
}

function checkMilliseconds(argument: string, given: number | undefined, least: number): void {
  if (given === undefined || (typeof given === 'number' && given >= least && given <= 2_147_483_647)) return;
  refuse(argument, `milliseconds, from ${least} to 2147483647`, given);
}

/**
 * Checks an upload before anything of it is sent.
 *
 * @throws InvalidArgumentError naming what is wrong.
 */
export function checkUpload(file: Blob, fields: UploadFields, options: UploadOptions): void {
  if (!(file instanceof Blob)) refuse('file', 'a File or a Blob', file);
  // The platform refuses it (inferred), and the gateway does: only later, and after a token was spent.
  if (file.size === 0) refuse('file', 'a file with at least one byte', 'an empty one');
  checkFields(fields);
  checkMilliseconds('stallTimeout', options.stallTimeout, 1);
  checkMilliseconds('confirmTimeout', options.confirmTimeout, 0);
  const { mode } = options;
  if (mode !== undefined && mode !== 'relay' && mode !== 'direct') refuse('mode', '"relay" or "direct"', mode);
}

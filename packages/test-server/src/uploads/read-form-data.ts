import { Status } from '@streamone/core';
import { chunksOf } from '../files/chunks-of.js';
import { createFormCollector } from './form-collector.js';
import { uploadError } from './upload-error.js';
import type { ReadUpload } from './upload-form.js';
import { UPLOAD_LIMITS } from './upload-limits.js';

async function readParts(request: Request): Promise<[string, string | File][] | undefined> {
  try {
    return [...(await request.formData())];
  } catch (error) {
    if (request.signal.aborted) throw error;
    return undefined;
  }
}

/** Reads a multipart form by the runtime's own means, which hold all of it in memory. */
export const readFormData: ReadUpload = async (request, contents) => {
  const collector = createFormCollector(contents);
  const parts = (await readParts(request)) ?? [];
  const { fields } = UPLOAD_LIMITS;
  if (parts.length === 0) {
    collector.wrong(uploadError(Status.INPUT_ERROR, 'The multipart form is malformed, ends early, or is empty.'));
  }
  if (parts.length > fields + 10) {
    collector.wrong(uploadError(Status.INPUT_ERROR, `The form has more than ${fields} fields, or too many files.`));
  }
  for (const [name, value] of parts.slice(0, fields + 10)) {
    if (typeof value === 'string') collector.field(name, value);
    else await collector.file(name, value.name, chunksOf(value.stream()));
  }
  return collector.finish();
};

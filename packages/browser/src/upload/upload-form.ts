import type { UploadFields } from './upload-options.js';

const OF_FORM = ['title', 'author', 'description', 'replaceitem'] as const;

/**
 * The form of an upload. The file comes last: a gateway takes nothing behind it.
 *
 * @param first fields of the way that it takes, as the token
 */
export function uploadForm(
  file: Blob,
  fields: UploadFields,
  first: Readonly<Record<string, string | undefined>>,
  name = file instanceof File ? file.name : 'upload',
): FormData {
  const form = new FormData();
  const { archived } = fields;
  const texts = {
    ...first,
    ...Object.fromEntries(OF_FORM.map((field) => [field, fields[field]])),
    archived: archived === undefined ? undefined : archived ? '1' : '0',
  };
  for (const [field, value] of Object.entries(texts)) if (value !== undefined) form.append(field, value);
  form.append('uploadfile', file, name);
  return form;
}

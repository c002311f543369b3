import { Status } from '@streamone/core';
import type { Refusal } from '../answer/refusal.js';
import { ContentLimitError } from '../files/content-limit-error.js';
import type { ContentStore, ReceivedContent } from '../files/content-store.js';
import { uploadError } from './upload-error.js';
import type { UploadForm, UploadedFile } from './upload-form.js';
import { UPLOAD_LIMITS } from './upload-limits.js';

/** The fields that an upload may have beside its file. Source: protocol, documented. */
const FIELDS: ReadonlySet<string> = new Set([
  'uploadtoken',
  'returnurl',
  'title',
  'author',
  'description',
  'archived',
  'replaceitem',
]);

/** The field of the file. Source: protocol, documented. */
const FILE = 'uploadfile';

/** Collects the parts of a form in whatever order they come. */
export interface FormCollector {
  field(name: string, value: string): void;
  /** Takes a file in, or leaves the rest of it unread; never rejects. */
  file(field: string, name: string, source: AsyncIterable<Uint8Array>): Promise<void>;
  /** Notes that something else is wrong. Only the first problem counts. */
  wrong(problem: Refusal): void;
  finish(): UploadForm;
}

function wrongField(name: string): Refusal {
  const summary =
    name === FILE
      ? `The field "${FILE}" is no file: its part needs a filename.`
      : `An upload has no field "${name.slice(0, 80)}".`;
  return uploadError(Status.INPUT_ERROR, summary, {
    argument: name.slice(0, 80),
    expected: [...FIELDS, FILE].join(', '),
  });
}

function storingError(error: unknown): Refusal {
  if (error instanceof ContentLimitError) {
    const status = error.limit === 'maxFileSize' ? Status.FILE_WRONG_SIZE : Status.FILE_NO_SUITABLE_MOUNT;
    return uploadError(status, error.message, { argument: FILE });
  }
  const what = error instanceof Error ? error.message : 'no error was thrown';
  return uploadError(Status.FILE_COPY_FAILED, `The file could not be stored: ${what}`, { argument: FILE });
}

/** Makes a collector that puts the file into a store. */
export function createFormCollector(contents: ContentStore): FormCollector {
  const fields = new Map<string, string>();
  let file: UploadedFile | undefined;
  let files = 0;
  let problem: Refusal | undefined;
  const wrong = (found: Refusal): void => {
    problem ??= found;
  };
  async function receive(source: AsyncIterable<Uint8Array>): Promise<ReceivedContent | undefined> {
    try {
      return await contents.receive(source);
    } catch (error) {
      wrong(storingError(error));
      return undefined;
    }
  }
  return {
    field(name, value) {
      if (!FIELDS.has(name)) wrong(wrongField(name));
      else if (fields.has(name)) wrong(uploadError(Status.INPUT_ERROR, `The field "${name}" is there twice.`));
      else if (value.length > UPLOAD_LIMITS.fieldSize) {
        wrong(uploadError(Status.INPUT_ERROR, `The field "${name}" is longer than ${UPLOAD_LIMITS.fieldSize} bytes.`));
      } else fields.set(name, value);
    },
    async file(field, name, source) {
      if (field !== FILE) {
        const summary = `A file came in the field "${field.slice(0, 80)}"; it belongs into "${FILE}".`;
        wrong(uploadError(Status.INPUT_ERROR, summary, { argument: field.slice(0, 80), expected: FILE }));
        return;
      }
      files++;
      if (files > 1) {
        wrong(uploadError(Status.INPUT_ERROR, 'An upload has one file, and this is another.', { argument: FILE }));
        return;
      }
      const content = await receive(source);
      if (content === undefined) return;
      // What a browser sends for a form without a chosen file.
      if (name === '' && content.size === 0) await content.drop();
      else file = { name: name.slice(0, 255), content };
    },
    wrong,
    finish: () => ({ fields, file, problem }),
  };
}

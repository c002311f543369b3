import { Status } from '@streamone/core';
import type { World } from '../answer/world.js';
import type { Item, Uploadtoken } from '../state/media-records.js';
import { sameText } from '../signature/same-text.js';
import { uploadError } from './upload-error.js';
import type { UploadForm, UploadedFile } from './upload-form.js';

/** An upload that was found right. */
export interface CheckedUpload {
  readonly token: Uploadtoken;
  /** The item that gets the file. */
  readonly item: Item;
  /** Whether the files that the item has are replaced. */
  readonly replaces: boolean;
  readonly file: UploadedFile;
  /** Absent where it was not told. */
  readonly archived: boolean | undefined;
}

function refuseToken(summary: string): never {
  throw uploadError(Status.UPLOAD_TOKEN_NOT_FOUND, summary, { argument: 'uploadtoken' });
}

function findToken(given: string | undefined, { state, clock }: World): Uploadtoken {
  if (!given) {
    throw uploadError(Status.INPUT_ERROR, 'The field "uploadtoken" is missing.', { argument: 'uploadtoken' });
  }
  const token = state.uploadtokens.find((record) => sameText(record.token, given));
  if (token === undefined) return refuseToken('There is no such upload token; uploadtoken/create gives one.');
  if (token.used) return refuseToken('A file came with this upload token already: it serves once.');
  const late = Math.ceil((clock.now() - token.expires) / 1000);
  return late > 0 ? refuseToken(`The upload token expired ${late} s ago.`) : token;
}

/** The item whose files are replaced, else the token's. One of another account is refused (inferred). */
function findItem(token: Uploadtoken, replaced: string | undefined, { state }: World): Item {
  const own = state.items.get(token.item);
  const item = replaced ? state.items.get(replaced) : own;
  if (own === undefined || item === undefined) {
    throw uploadError(Status.ITEM_NOT_FOUND, 'There is no such item.', { argument: 'replaceitem' });
  }
  if (item.account !== own.account) {
    const summary = 'The item to replace is in another account than the upload token.';
    throw uploadError(Status.ITEM_INVALID_ACCOUNT, summary, { argument: 'replaceitem' });
  }
  return item;
}

function readArchived(given: string | undefined): boolean | undefined {
  if (given === undefined || given === '') return undefined;
  if (given === '0' || given === '1') return given === '1';
  const more = { argument: 'archived', expected: '0 or 1', received: given.slice(0, 80) };
  throw uploadError(Status.INPUT_ERROR, 'The field "archived" must be 0 or 1.', more);
}

/**
 * Checks an upload. The order, and which status says what, are inferred.
 *
 * @throws Refusal with the first thing that is wrong.
 */
export function checkUpload({ fields, file, problem }: UploadForm, world: World): CheckedUpload {
  if (world.state.readOnly) throw uploadError(Status.API_IN_READONLY_MODE, 'The server is in read-only mode.');
  const token = findToken(fields.get('uploadtoken'), world);
  if (problem !== undefined) throw problem;
  if (file === undefined) {
    const summary = 'The file is missing: it belongs into the field "uploadfile".';
    throw uploadError(Status.INPUT_ERROR, summary, { argument: 'uploadfile' });
  }
  if (file.content.size === 0) {
    throw uploadError(Status.FILE_WRONG_SIZE, 'The file is empty.', { argument: 'uploadfile' });
  }
  const replaced = fields.get('replaceitem');
  if (replaced && token.thumbnail !== 0) {
    const summary = 'A thumbnail replaces no files of an item: leave "replaceitem" out.';
    throw uploadError(Status.INPUT_ERROR, summary, { argument: 'replaceitem' });
  }
  const item = findItem(token, replaced, world);
  return { token, item, replaces: Boolean(replaced), file, archived: readArchived(fields.get('archived')) };
}

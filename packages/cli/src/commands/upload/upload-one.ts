import { type NodeClient, type UploadFields, isApiError } from '@streamone/node';
import { exitCode } from '../../program/exit-code.js';
import type { UploadFile, UploadResult } from './upload-file.js';
import type { UploadJournal } from './upload-journal.js';
import type { UploadReporter } from './upload-reporter.js';

/** How files are uploaded. */
export interface UploadPlan {
  readonly client: NodeClient;
  readonly fields: UploadFields;
  readonly reporter: UploadReporter;
  /** `undefined` where nothing is kept. */
  readonly journal: UploadJournal | undefined;
  /** Whether a file is sent that was sent before. */
  readonly again: boolean;
  /** How long is waited until it can be played, in milliseconds; `undefined` for not at all. */
  readonly wait: number | undefined;
  readonly allowInsecure: boolean;
  readonly signal: AbortSignal;
}

const CONFLICT = 7;
const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

function doubtful(file: UploadFile): UploadResult {
  const error = new Error(
    'all of it was sent before, and the run ended before the platform answered. ' +
      'Look whether it is there (item view, --unset archived); --again uploads it again',
  );
  return { file, status: 'doubtful', error, code: CONFLICT };
}

/** Sends the file, and keeps how far that came: what may have arrived is never sent again by itself. */
async function send(file: UploadFile, plan: UploadPlan): Promise<string> {
  const { client, fields, reporter, journal, allowInsecure, signal } = plan;
  let marked = false;
  const onProgress = ({ sent, total }: { sent: number; total: number }): void => {
    if (sent === total) {
      // Before the form ends: until then the platform can't have taken it.
      journal?.mark(file, 'sent');
      marked = true;
    }
    reporter.progress(file, sent);
  };
  try {
    const given = { ...fields, ...(file.title !== undefined && { title: file.title }) };
    const { itemId } = await client.upload(file.path, given, { onProgress, signal, allowInsecure });
    journal?.mark(file, 'done', itemId);
    return itemId;
  } catch (error) {
    // The platform has told that it doesn't have it.
    if (marked && isApiError(error)) journal?.mark(file, 'none');
    throw error;
  }
}

/** Uploads a file, unless that was done before. Whatever goes wrong is in the result. */
export async function uploadOne(file: UploadFile, plan: UploadPlan): Promise<UploadResult> {
  const { client, reporter, journal, again, wait, signal } = plan;
  const before = again ? undefined : journal?.find(file);
  if (before?.state === 'sent') return doubtful(file);
  let itemId = before?.state === 'done' ? before.item : undefined;
  const skipped = itemId !== undefined;
  try {
    if (itemId === undefined) {
      reporter.start(file);
      itemId = await send(file, plan);
    }
    if (wait !== undefined) {
      reporter.waiting(file, itemId);
      await client.waitForItem(itemId, { signal, timeout: wait });
    }
    const status = wait === undefined ? 'uploaded' : 'playable';
    return { file, status: skipped ? 'skipped' : status, itemId, code: 0 };
  } catch (error) {
    const status = itemId === undefined ? 'failed' : 'uploaded';
    return { file, status: skipped ? 'skipped' : status, itemId, error: asError(error), code: exitCode(error) };
  }
}

import { type NodeClient, type UploadFields, isApiError } from '@streamone/node';
import { exitCode } from '../../program/exit-code.js';
import type { Claimant } from './claim-file.js';
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
const FREE = { release: (): void => undefined };
const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

function doubtful(file: UploadFile): UploadResult {
  const error = new Error(
    'all of it was sent before, and the run ended before the platform answered. ' +
      'Look whether it is there (item view, --unset archived); --again uploads it again',
  );
  return { file, status: 'doubtful', error, code: CONFLICT };
}

function busy(file: UploadFile, { host, pid, at }: Claimant): UploadResult {
  const since = new Date(at).toISOString();
  const error = new Error(
    `another run is uploading it (process ${pid} on ${host}, since ${since}); once that has ended, ` +
      'the same command tells what became of it',
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

/** Uploads a file that this run alone is at, unless that was done before. @returns the ID of its item, or the result */
async function sendClaimed(file: UploadFile, plan: UploadPlan): Promise<string | UploadResult> {
  const { reporter, journal, again } = plan;
  const claim = (await journal?.claim(file)) ?? FREE;
  if ('by' in claim) return busy(file, claim.by);
  try {
    // Again: another run may have been at it until now.
    const before = again ? undefined : journal?.find(file);
    if (before?.state === 'sent') return doubtful(file);
    if (before?.state === 'done') return { file, status: 'skipped', itemId: before.item, code: 0 };
    reporter.start(file);
    return await send(file, plan);
  } finally {
    claim.release();
  }
}

/** Uploads a file, unless that was done before. Whatever goes wrong is in the result. */
export async function uploadOne(file: UploadFile, plan: UploadPlan): Promise<UploadResult> {
  const { client, reporter, journal, again, wait, signal } = plan;
  const before = again ? undefined : journal?.find(file);
  let itemId = before?.state === 'done' ? before.item : undefined;
  let skipped = itemId !== undefined;
  try {
    if (itemId === undefined) {
      const sent = await sendClaimed(file, plan);
      if (typeof sent !== 'string' && sent.itemId === undefined) return sent;
      skipped = typeof sent !== 'string';
      itemId = typeof sent === 'string' ? sent : sent.itemId;
    }
    if (wait !== undefined && itemId !== undefined) {
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

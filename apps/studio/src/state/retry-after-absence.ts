import type { QueueEntry, UploadQueue } from '@streamone/browser';
import { resume, standing } from './session.ts';

/** How often a file is sent again by itself. */
const MOST = 3;

const tries = new Map<string, number>();

/** Whether an upload failed because nobody was signed in any more: nothing of it is at the platform. */
export function failedByAbsence({ state, error }: QueueEntry): boolean {
  if (state !== 'failed' || error === undefined) return false;
  return error.status === 282 || error.code === 'no-session' || error.code === 'session-ended';
}

/** Sends again what failed by absence, once somebody is signed in. */
export function retryAfterAbsence(queue: UploadQueue): void {
  if (standing.peek() !== 'in') return;
  for (const entry of queue.entries) {
    const tried = tries.get(entry.id) ?? 0;
    if (!failedByAbsence(entry) || tried >= MOST) continue;
    tries.set(entry.id, tried + 1);
    queue.retry(entry.id);
  }
}

/** An upload failed by absence: the gateway is asked, so that the person is asked to sign in; or has done so meanwhile. */
export async function noteAbsence(queue: UploadQueue): Promise<void> {
  await resume();
  retryAfterAbsence(queue);
}

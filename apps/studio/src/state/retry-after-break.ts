import type { QueueEntry, UploadQueue } from '@streamone/browser';
import { isOnline } from './connection.ts';

/** How often a file is sent again by itself. */
const MOST = 3;

const tries = new Map<string, number>();

/** Whether an upload failed because its line broke on the way, before all had left: nothing of it is at the platform. */
function failedByBreak({ state, error, elsewhere }: QueueEntry): boolean {
  if (state !== 'failed' || elsewhere === true || error?.code !== undefined) return false;
  return error?.name === 'NetworkError' || error?.name === 'TimeoutError';
}

/** Whether an upload is sent again by itself once the network is back. */
export function waitsForNetwork(entry: QueueEntry): boolean {
  return !isOnline.value && failedByBreak(entry) && (tries.get(entry.id) ?? 0) < MOST;
}

/** Sends again what broke off, once the network is back. */
export function retryAfterBreak(queue: UploadQueue): void {
  for (const entry of queue.entries) {
    const tried = tries.get(entry.id) ?? 0;
    if (!failedByBreak(entry) || tried >= MOST) continue;
    tries.set(entry.id, tried + 1);
    queue.retry(entry.id);
  }
}

import { type QueueEntry, type UploadFields, type UploadQueue, uploadQueue } from '@streamone/browser';
import { computed, effect, signal, untracked } from '@preact/signals';
import { client } from '../client.ts';
import { announce } from './announcement.ts';
import type { ChosenFile } from './chosen-files.ts';
import { isOnline } from './connection.ts';
import { refreshLists } from './lists.ts';
import { failedByAbsence, noteAbsence, retryAfterAbsence } from './retry-after-absence.ts';
import { person, standing } from './session.ts';

let queue: UploadQueue | undefined;

/** The person's uploads, in the order in which they were added. */
export const uploads = signal<readonly QueueEntry[]>([]);

/** Whether the person has stopped the queue. */
export const isPaused = signal(false);

/** What is under way or waits. */
export const pending = computed(() =>
  uploads.value.filter(({ state }) => state === 'uploading' || state === 'waiting'),
);

/** What needs the person: a file, a decision. */
export const needy = computed(() =>
  uploads.value.filter(({ state }) => ['failed', 'unknown', 'needs-file'].includes(state)),
);

/** How much of all that is pending has left, 0 to 1. */
export const progress = computed(() => {
  const [sent, size] = pending.value.reduce(([left, all], entry) => [left + entry.sent, all + entry.size], [0, 0]);
  return size === 0 ? 0 : sent / size;
});

/** @returns whether one failed since nobody was signed in */
function tellEnds(before: readonly QueueEntry[], now: readonly QueueEntry[]): boolean {
  for (const entry of now) {
    const old = before.find(({ id }) => id === entry.id);
    if (old === undefined || old.state === entry.state) continue;
    if (entry.state === 'done') {
      announce(`${entry.fields.title ?? entry.name} is uploaded.`);
      refreshLists();
    }
    if (failedByAbsence(entry)) return true;
    if (entry.state === 'failed') announce(`${entry.fields.title ?? entry.name} could not be uploaded.`);
  }
  return false;
}

// A queue belongs to a person, and stays while they are only away.
effect(() => {
  const who = person.value;
  queue?.close();
  queue = undefined;
  uploads.value = [];
  isPaused.value = false;
  if (who === undefined) return;
  const own = uploadQueue({ client, person: who });
  queue = own;
  own.subscribe(() => {
    if (queue !== own) return;
    const before = uploads.peek();
    uploads.value = own.entries;
    if (tellEnds(before, own.entries)) void noteAbsence(own);
  });
  void own.ready.then(() => (queue === own ? (uploads.value = own.entries) : undefined));
  untracked(runOrWait);
});

/** Files leave only while there is a network and somebody is signed in. */
function runOrWait(): void {
  const mayRun = isOnline.value && standing.value === 'in' && !isPaused.value;
  if (queue === undefined) return;
  if (!mayRun) return queue.pause();
  queue.resume();
  retryAfterAbsence(queue);
}

effect(runOrWait);

/** A file that is to be uploaded, with what is told of it. */
export interface Wanted extends ChosenFile {
  readonly fields: UploadFields;
}

/** Adds files to the queue. Settles when they would outlive a reload. */
export async function addUploads(wanted: readonly Wanted[], account: string): Promise<void> {
  const own = queue;
  if (own === undefined) return;
  await Promise.all(
    wanted.map(async ({ file, handle, fields }) => {
      const options = { fields, account };
      // A handle may lead nowhere by now. The file is added all the same: if it is gone too, its entry says so.
      await own.add([handle ?? file], options).catch(() => own.add([file], options));
    }),
  );
}

/** What can be done with an upload. */
export const uploadActions = {
  cancel: (id: string): void => queue?.cancel(id),
  retry: (id: string): void => queue?.retry(id),
  forget: (id: string): void => void queue?.forget(id),
  clear: (): void => void queue?.clear(),
  provide: (files?: Iterable<File>): Promise<number> => queue?.provide(files) ?? Promise.resolve(0),
} as const;

// Leaving the page would end what is under way: the browser asks.
addEventListener('beforeunload', (event) => {
  if (uploads.peek().some(({ state }) => state === 'uploading')) event.preventDefault();
});

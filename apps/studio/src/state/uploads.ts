import { type QueueEntry, type UploadFields, type UploadQueue, uploadQueue } from '@streamone/browser';
import { computed, effect, signal, untracked } from '@preact/signals';
import { client } from '../client.ts';
import { announce } from './announcement.ts';
import type { ChosenFile } from './chosen-files.ts';
import { isOnline, reconnections } from './connection.ts';
import { refreshLists } from './lists.ts';
import { failedByAbsence, noteAbsence, retryAfterAbsence } from './retry-after-absence.ts';
import { retryAfterBreak, waitsForNetwork } from './retry-after-break.ts';
import { person, standing } from './session.ts';
import { notice, tellKnown, tellStrangers } from './upload-notice.ts';

let queue: UploadQueue | undefined;

/** The person's uploads, in the order in which they were added. */
export const uploads = signal<readonly QueueEntry[]>([]);

/** Whether the person has stopped the queue. */
export const isPaused = signal(false);

/** What this tab works on. */
const own = computed(() => uploads.value.filter(({ elsewhere }) => elsewhere !== true));

/** What is under way here or waits, be it for the network. */
export const pending = computed(() =>
  own.value.filter((entry) => entry.state === 'uploading' || entry.state === 'waiting' || waitsForNetwork(entry)),
);

/** What needs the person here: a file, a decision. */
export const needy = computed(() =>
  own.value.filter((entry) => ['failed', 'unknown', 'needs-file'].includes(entry.state) && !waitsForNetwork(entry)),
);

/** What can't go on unless its file is given back. */
export const fileless = computed(() => own.value.filter(({ state }) => state === 'needs-file'));

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
    const title = entry.fields.title ?? entry.name;
    if (waitsForNetwork(entry)) announce(`${title} waits for the network.`);
    else if (entry.state === 'failed') announce(`${title} could not be uploaded.`);
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
  const made = uploadQueue({ client, person: who });
  queue = made;
  made.subscribe(() => {
    if (queue !== made) return;
    const before = uploads.peek();
    uploads.value = made.entries;
    if (tellEnds(before, made.entries)) void noteAbsence(made);
  });
  void made.ready.then(() => (queue === made ? (uploads.value = made.entries) : undefined));
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

effect(() => {
  if (reconnections.value > 0 && queue !== undefined) untracked(() => queue && retryAfterBreak(queue));
});

/** A file that is to be uploaded, with what is told of it. */
export interface Wanted extends ChosenFile {
  readonly fields: UploadFields;
}

/** Adds files to the queue. Settles when they would outlive a reload, with what is to be said of it. */
export async function addUploads(wanted: readonly Wanted[], account: string): Promise<string> {
  const to = queue;
  if (to === undefined) return '';
  const before = new Set(to.entries.filter(({ state }) => state !== 'needs-file').map(({ id }) => id));
  const added = await Promise.all(
    wanted.map(async ({ file, handle, fields }) => {
      const options = { fields, account };
      // A handle may lead nowhere by now. The file is added all the same: if it is gone too, its entry says so.
      return to.add([handle ?? file], options).catch(() => to.add([file], options));
    }),
  );
  const ids = new Set(added.flat());
  const known = to.entries.filter(({ id, elsewhere }) => ids.has(id) && (elsewhere === true || before.has(id)));
  const told = known.map(tellKnown).join(' ');
  notice(told);
  const begun = ids.size - known.length;
  if (begun === 0) return told;
  return `${begun === 1 ? 'The upload has begun.' : `${begun} uploads have begun.`} ${told}`.trim();
}

/** Gives files back to the uploads that need them; without any, the person is asked where the browser has a way to them. */
async function provide(files?: readonly File[]): Promise<number> {
  const needed = fileless.peek();
  const provided = (await queue?.provide(files)) ?? 0;
  notice(tellStrangers(files ?? [], needed));
  return provided;
}

/** What can be done with an upload. */
export const uploadActions = {
  cancel: (id: string): void => queue?.cancel(id),
  retry: (id: string): void => queue?.retry(id),
  forget: (id: string): void => void queue?.forget(id),
  clear: (): void => void queue?.clear(),
  provide,
} as const;

// Leaving the page would end what is under way: the browser asks.
addEventListener('beforeunload', (event) => {
  if (own.peek().some(({ state }) => state === 'uploading')) event.preventDefault();
});

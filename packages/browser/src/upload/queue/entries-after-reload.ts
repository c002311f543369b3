import { fileBehind } from './file-source.js';
import type { QueueEntry, StoredUpload } from './queue-entry.js';
import type { QueueFiles } from './queue-files.js';

async function stateAfterReload(
  entry: QueueEntry,
  handle: FileSystemFileHandle | undefined,
): Promise<QueueEntry['state']> {
  if (entry.state === 'uploading') return 'unknown';
  if (entry.state !== 'waiting' && entry.state !== 'needs-file') return entry.state;
  if (handle === undefined) return 'needs-file';
  return (await fileBehind(handle, entry, false)) === undefined ? 'needs-file' : 'waiting';
}

/** What entries are that a page left which is gone. Their handles, where they have some, come to the files. */
export function entriesAfterReload(left: readonly StoredUpload[], files: QueueFiles): Promise<QueueEntry[]> {
  return Promise.all(
    left.map(async ({ owner: _owner, handle, ...kept }) => {
      const entry = { ...kept, sent: 0 };
      files.give(entry.id, { handle });
      return { ...entry, state: await stateAfterReload(entry, handle) };
    }),
  );
}

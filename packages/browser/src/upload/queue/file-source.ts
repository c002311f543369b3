import type { QueueEntry } from './queue-entry.js';

/** A handle as Chromium has it; others have none of the questions, and no handles that outlive a page either. */
interface AskableHandle extends FileSystemFileHandle {
  queryPermission?(wish: { readonly mode: 'read' }): Promise<PermissionState>;
  requestPermission?(wish: { readonly mode: 'read' }): Promise<PermissionState>;
}

/** Whether a file is the one that was added: by name, size and time of its last change. */
export function isSameFile(entry: Pick<QueueEntry, 'name' | 'size' | 'lastModified'>, file: File): boolean {
  return entry.name === file.name && entry.size === file.size && entry.lastModified === file.lastModified;
}

/**
 * The file that a handle leads to, where the page may read it and it is still the one that was added.
 *
 * @param ask whether the person may be asked, which the browser allows only upon a click or a key
 */
export async function fileBehind(
  handle: FileSystemFileHandle,
  entry: QueueEntry,
  ask: boolean,
): Promise<File | undefined> {
  const askable: AskableHandle = handle;
  const wish = { mode: 'read' } as const;
  try {
    let permission = (await askable.queryPermission?.(wish)) ?? 'granted';
    if (permission === 'prompt' && ask) permission = (await askable.requestPermission?.(wish)) ?? permission;
    if (permission !== 'granted') return undefined;
    const file = await handle.getFile();
    return isSameFile(entry, file) ? file : undefined;
  } catch {
    // Moved, deleted, or not to be asked now.
    return undefined;
  }
}

/** The file that an entry needs: of those that are given, or else by its handle, which may mean to ask the person. */
export async function fileAgain(
  entry: QueueEntry,
  given: readonly File[] | undefined,
  handle: FileSystemFileHandle | undefined,
): Promise<File | undefined> {
  if (given !== undefined) return given.find((file) => isSameFile(entry, file));
  return handle && fileBehind(handle, entry, true);
}

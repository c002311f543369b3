import { fileBehind } from './file-source.js';
import type { QueueEntry } from './queue-entry.js';

/** Where a file can be read. */
export interface QueueFile {
  readonly file?: File | undefined;
  readonly handle?: FileSystemFileHandle | undefined;
}

/** Reads what a file is, behind a handle too. Rejects where there is none any more. */
export async function queueFile(source: File | FileSystemFileHandle): Promise<QueueFile & { readonly file: File }> {
  return source instanceof File ? { file: source } : { file: await source.getFile(), handle: source };
}

/** The files of a queue, by the ID of their entry, as far as this page can read them. */
export class QueueFiles {
  readonly #files = new Map<string, QueueFile>();

  /** Gives an entry its file, or a way to it, beside what it has. */
  give(id: string, given: QueueFile): void {
    this.#files.set(id, { ...this.#files.get(id), ...given });
  }

  has(id: string): boolean {
    const { file, handle } = this.#files.get(id) ?? {};
    return file !== undefined || handle !== undefined;
  }

  handleOf(id: string): FileSystemFileHandle | undefined {
    return this.#files.get(id)?.handle;
  }

  /** The file to be sent. Read anew where there is a handle: what was read before a change can't be sent any more. */
  async read(entry: QueueEntry): Promise<File | undefined> {
    const { file, handle } = this.#files.get(entry.id) ?? {};
    return (handle && (await fileBehind(handle, entry, false))) ?? file;
  }

  /** Lets go of a file. */
  drop(id: string): void {
    this.#files.delete(id);
  }
}

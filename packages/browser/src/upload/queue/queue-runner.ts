import { InvalidArgumentError } from '@streamone/core';
import { fileBehind, isSameFile } from './file-source.js';
import { newId } from './new-id.js';
import { outcomeOf } from './outcome-of.js';
import { type PageLock, pageLock } from './page-lock.js';
import type { QueueEntry } from './queue-entry.js';
import { QueueList } from './queue-list.js';
import type { AddOptions, UploadQueue, UploadQueueOptions } from './upload-queue.js';
import type { UploadStore } from './upload-store.js';

const CONCURRENCY = 2;

/** Where a file can be read. */
interface Source {
  readonly file?: File | undefined;
  readonly handle?: FileSystemFileHandle | undefined;
}

function checkConcurrency(given: number): number {
  if (Number.isSafeInteger(given) && given > 0) return given;
  throw new InvalidArgumentError({ argument: 'concurrency', expected: 'a whole number, 1 or more', given });
}

function checkPerson(given: string | undefined): string {
  if (typeof given === 'string' && given !== '') return given;
  const expected = "the ID of whom the queue belongs to, where the client has no person's session";
  throw new InvalidArgumentError({ argument: 'person', expected, given });
}

/** The work of a queue; see {@link UploadQueue} for what each of its members does. */
export class QueueRunner implements UploadQueue {
  readonly ready: Promise<void>;
  readonly #client: UploadQueueOptions['client'];
  readonly #store: UploadStore;
  readonly #person: string;
  readonly #concurrency: number;
  readonly #onStoreError: UploadQueueOptions['onStoreError'];
  readonly #leave: (() => void) | undefined;
  readonly #list = new QueueList();
  readonly #sources = new Map<string, Source>();
  readonly #running = new Map<string, AbortController>();
  #writing: Promise<void> = Promise.resolve();
  #lock: PageLock | undefined;
  #paused = false;
  #closed = false;

  constructor(options: UploadQueueOptions & { readonly store: UploadStore }) {
    const { client, store, concurrency = CONCURRENCY, onStoreError } = options;
    const own = 'session' in client ? client : undefined;
    const person = options.person ?? own?.session?.user;
    this.#client = client;
    this.#store = store;
    this.#person = checkPerson(person);
    this.#concurrency = checkConcurrency(concurrency);
    this.#onStoreError = onStoreError;
    this.ready = this.#open();
    this.#leave = own?.on('logout', ({ reason }) => {
      // One whose time ran out leaves the queue as it is, for when the person is back.
      if (reason === 'ended') this.pause();
      else void this.#empty().then(() => this.close());
    });
  }

  get entries(): readonly QueueEntry[] {
    return this.#list.entries;
  }

  get paused(): boolean {
    return this.#paused;
  }

  subscribe(listener: () => void): () => void {
    return this.#list.subscribe(listener);
  }

  async add(
    files: Iterable<File | FileSystemFileHandle>,
    { fields = {}, account }: AddOptions = {},
  ): Promise<readonly string[]> {
    // Looked at before anything is awaited: a list of files that were dropped is empty soon after.
    const given = [...files];
    await this.ready;
    const ids: string[] = [];
    for (const source of given) {
      const isFile = source instanceof File;
      const file = isFile ? source : await source.getFile();
      const known = this.entries.find((entry) => isSameFile(entry, file) && entry.account === account);
      if (known !== undefined && !['failed', 'cancelled'].includes(known.state)) {
        ids.push(known.id);
        if (known.state === 'needs-file') await this.#give(known, { file });
        continue;
      }
      if (known !== undefined) await this.forget(known.id);
      const { name, size, lastModified } = file;
      const id = newId();
      this.#sources.set(id, { file, handle: isFile ? undefined : source });
      const place = { id, name, size, lastModified, fields, account, added: this.#nextAdded() };
      this.#list.put({ ...place, state: 'waiting', sent: 0 });
      this.#keep(id);
      ids.push(id);
    }
    this.#go();
    return ids;
  }

  pause(): void {
    this.#paused = true;
    this.#list.tell();
  }

  resume(): void {
    this.#paused = false;
    this.#list.tell();
    this.#go();
  }

  cancel(id: string): void {
    const running = this.#running.get(id);
    if (running !== undefined) running.abort(new DOMException('the upload was cancelled', 'AbortError'));
    else if (['waiting', 'needs-file'].includes(this.#list.find(id)?.state ?? ''))
      this.#set(id, { state: 'cancelled' });
  }

  retry(id: string): void {
    const entry = this.#list.find(id);
    if (entry === undefined || !['failed', 'cancelled', 'unknown'].includes(entry.state)) return;
    const { file, handle } = this.#sources.get(id) ?? {};
    const state = file === undefined && handle === undefined ? 'needs-file' : 'waiting';
    this.#set(id, { state, sent: 0, itemId: undefined, fileId: undefined, error: undefined });
    this.#go();
  }

  async provide(files?: Iterable<File>): Promise<number> {
    const given = files === undefined ? undefined : [...files];
    const needy = this.entries.filter(({ state }) => state === 'needs-file');
    let provided = 0;
    for (const entry of needy) {
      const handle = this.#sources.get(entry.id)?.handle;
      const found =
        given?.find((file) => isSameFile(entry, file)) ??
        (given === undefined && handle !== undefined ? await fileBehind(handle, entry, true) : undefined);
      if (found === undefined) continue;
      await this.#give(entry, { file: found, handle });
      provided++;
    }
    this.#go();
    return provided;
  }

  async forget(id: string): Promise<void> {
    this.#drop([id]);
    await this.#write(() => this.#store.remove(this.#person, id));
  }

  async clear(): Promise<void> {
    const done = this.entries.filter(({ state }) => state === 'done').map(({ id }) => id);
    this.#drop(done);
    await this.#write(async () => {
      for (const id of done) await this.#store.remove(this.#person, id);
    });
  }

  close(): void {
    this.#closed = true;
    this.#leave?.();
    for (const running of this.#running.values()) running.abort(new DOMException('the queue was closed', 'AbortError'));
    void this.#writing.then(() => this.#lock?.release());
  }

  /** Two that are added in the same millisecond keep their order. */
  #nextAdded(): number {
    return Math.max(Date.now(), (this.entries.at(-1)?.added ?? 0) + 1);
  }

  async #give({ id }: QueueEntry, source: Source): Promise<void> {
    this.#sources.set(id, { ...this.#sources.get(id), ...source });
    this.#set(id, { state: 'waiting' });
  }

  #drop(ids: readonly string[]): void {
    // Out of the list first: what is ended then finds nothing to note its end in.
    this.#list.remove(new Set(ids));
    for (const id of ids) {
      this.#running.get(id)?.abort(new DOMException('the upload was taken out', 'AbortError'));
      this.#sources.delete(id);
    }
  }

  async #empty(): Promise<void> {
    this.#drop(this.entries.map(({ id }) => id));
    await this.#write(() => this.#store.clear(this.#person));
  }

  /** Takes over what pages left that are gone. */
  async #open(): Promise<void> {
    try {
      const lock = await pageLock(`streamone-uploads:${this.#person}`);
      this.#lock = lock;
      await lock.alone(async () => {
        for (const { owner, handle, ...kept } of await this.#store.load(this.#person)) {
          if (await lock.isAlive(owner)) continue;
          const entry = { ...kept, sent: 0 };
          this.#sources.set(entry.id, { handle });
          const state = await this.#stateAfterReload(entry, handle);
          this.#list.put({ ...entry, state });
          this.#keep(entry.id);
        }
        await this.#writing;
      });
    } catch (error) {
      this.#tellStoreError(error);
    }
    this.#go();
  }

  async #stateAfterReload(entry: QueueEntry, handle: FileSystemFileHandle | undefined): Promise<QueueEntry['state']> {
    if (entry.state === 'uploading') return 'unknown';
    if (entry.state !== 'waiting' && entry.state !== 'needs-file') return entry.state;
    if (handle === undefined) return 'needs-file';
    return (await fileBehind(handle, entry, false)) === undefined ? 'needs-file' : 'waiting';
  }

  #go(): void {
    for (const { id, state } of this.entries) {
      if (this.#paused || this.#closed || this.#running.size >= this.#concurrency) return;
      if (state === 'waiting' && !this.#running.has(id)) void this.#send(id);
    }
  }

  async #send(id: string): Promise<void> {
    const controller = new AbortController();
    this.#running.set(id, controller);
    try {
      await this.#upload(id, controller.signal);
    } finally {
      this.#running.delete(id);
      this.#go();
    }
  }

  async #upload(id: string, signal: AbortSignal): Promise<void> {
    const entry = this.#set(id, { state: 'uploading', sent: 0 });
    if (entry === undefined) return;
    const { file: given, handle } = this.#sources.get(id) ?? {};
    // Read anew where there is a handle: what was read before a change can't be sent any more.
    const file = (handle && (await fileBehind(handle, entry, false))) ?? given;
    if (file === undefined) return void this.#set(id, { state: 'needs-file' });
    // Before the first byte: a page that goes away now must not leave an entry that waits.
    await this.#writing;
    const { fields, account } = entry;
    const onProgress = ({ sent }: { readonly sent: number }): void => void this.#list.change(id, { sent });
    try {
      const { itemId, fileId, confirmed } = await this.#client.upload(file, fields, { onProgress, signal, account });
      this.#set(id, { state: confirmed ? 'done' : 'unknown', sent: file.size, itemId, fileId });
      // It is there; the file is not needed any more.
      if (confirmed) this.#sources.delete(id);
    } catch (error) {
      this.#set(id, outcomeOf(error, this.#list.find(id) ?? entry));
    }
  }

  #set(id: string, change: Partial<QueueEntry>): QueueEntry | undefined {
    const changed = this.#list.change(id, change);
    if (changed !== undefined) this.#keep(id);
    return changed;
  }

  #keep(id: string): void {
    void this.#write(async () => {
      const entry = this.#list.find(id);
      const owner = this.#lock?.id ?? '';
      if (entry === undefined) return;
      const { sent: _sent, ...kept } = entry;
      await this.#store.save(this.#person, { ...kept, owner, handle: this.#sources.get(id)?.handle });
    });
  }

  /** One change of the store after another, so that the last one is what is kept. */
  #write(work: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(work).catch((error: unknown) => this.#tellStoreError(error));
    return this.#writing;
  }

  #tellStoreError(error: unknown): void {
    try {
      this.#onStoreError?.(error);
    } catch {
      // The queue itself is well.
    }
  }
}

import { ContentLimitError } from './content-limit-error.js';
import type { ContentLimits } from './content-limits.js';
import type { ContentStore, ReceivedContent } from './content-store.js';
import type { ContentBackend, Spill } from './content-backend.js';

/** What stays in memory, in bytes: 1 MiB. */
const MOST_HELD = 1_048_576;

interface Content {
  readonly blob: Blob;
  readonly size: number;
  discard(): Promise<void>;
}

/** Makes a store of contents: small ones in memory, larger ones where the backend spills them. */
export function createContentStore(backend: ContentBackend, limits: ContentLimits): ContentStore {
  const kept = new Map<string, Content>();
  let total = 0;
  let closed = false;

  /** Counts what comes against the limits. */
  function take(bytes: number, size: number): void {
    if (closed) throw new Error('The server is closed.');
    if (size > limits.maxFileSize) throw new ContentLimitError('maxFileSize', limits.maxFileSize);
    if (total + bytes > limits.maxTotal) throw new ContentLimitError('maxTotal', limits.maxTotal);
    total += bytes;
  }

  async function receive(source: AsyncIterable<Uint8Array>): Promise<ReceivedContent> {
    const hash = backend.createHash();
    let held: Uint8Array<ArrayBuffer>[] = [];
    let spill: Spill | undefined;
    let size = 0;
    try {
      for await (const chunk of source) {
        take(chunk.length, size + chunk.length);
        size += chunk.length;
        hash.update(chunk);
        // A copy: whoever gives the bytes may use their memory again.
        held.push(new Uint8Array(chunk));
        if (size <= MOST_HELD || backend.openSpill === undefined) continue;
        spill ??= await backend.openSpill();
        for (const bytes of held) await spill.write(bytes);
        held = [];
      }
      const blob = spill === undefined ? new Blob(held) : await spill.finish();
      return received(hash.hex(), { blob, size, discard: async () => spill?.discard() });
    } catch (error) {
      total -= size;
      await spill?.discard();
      throw error;
    }
  }

  function received(key: string, content: Content): ReceivedContent {
    let settled = false;
    const drop = async (): Promise<void> => {
      if (settled) return;
      settled = true;
      total -= content.size;
      await content.discard();
    };
    return {
      key,
      size: content.size,
      blob: content.blob,
      async keep() {
        // The same bytes may be there already.
        if (closed || kept.has(key)) return drop();
        if (!settled) kept.set(key, content);
        settled = true;
      },
      drop,
    };
  }

  return {
    receive,
    get: (key) => kept.get(key)?.blob,
    async close() {
      closed = true;
      kept.clear();
      await backend.close?.();
    },
  };
}

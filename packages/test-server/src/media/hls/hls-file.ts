import type { ContentStore } from '../../files/content-store.js';
import type { Playable } from '../playable.js';
import { fragmentFile } from './fragment-file.js';
import { readFragments } from './read-fragments.js';
import type { SegmentedFile } from './segment.js';

/** A file as HLS plays it, with its bytes. */
export interface HlsFile extends SegmentedFile {
  readonly blob: Blob;
  readonly type: string;
  readonly tag: string;
  /** What the names of its parts end with, as `mp4`. */
  readonly extension: string;
}

/** Sound that HLS plays as it is (RFC 8216, section 3.4). */
const PACKED: Readonly<Record<string, string>> = { 'audio/mpeg': 'mp3', 'audio/aac': 'aac' };

/** How many files of a server are remembered. */
const MOST = 20;

/** By their tag, the one that was used last at the end. A server's contents end with it. */
const remembered = new WeakMap<ContentStore, Map<string, Promise<HlsFile | undefined>>>();

async function make({ blob, type, tag, duration = 0 }: Playable): Promise<HlsFile | undefined> {
  const packed = PACKED[type];
  if (packed !== undefined) {
    const whole = { offset: 0, length: blob.size, duration };
    return { blob, type, tag, extension: packed, head: 0, segments: [whole] };
  }
  const fragments = await readFragments(blob, duration);
  if (fragments !== undefined) return { blob, type, tag, extension: 'mp4', ...fragments };
  const made = await fragmentFile(blob);
  const parts = made && (await readFragments(made, duration));
  if (made === undefined || parts === undefined) return undefined;
  return { blob: made, type: 'video/mp4', tag: `${tag}-fragmented`, extension: 'mp4', ...parts };
}

/**
 * The file that HLS plays for another: that itself where it is fragmented, or sound that needs no
 * container; else a fragmented one with the same content. `undefined` where it can't be played so.
 */
export function hlsFile(playable: Playable, contents: ContentStore): Promise<HlsFile | undefined> {
  const known = remembered.get(contents) ?? new Map<string, Promise<HlsFile | undefined>>();
  remembered.set(contents, known);
  const found = known.get(playable.tag) ?? make(playable);
  known.delete(playable.tag);
  known.set(playable.tag, found);
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  return found;
}

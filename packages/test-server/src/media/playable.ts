import type { Item, MediaFile } from '../state/media-records.js';
import type { WebContext } from '../web/web-route.js';
import { WebRefusal } from '../web/web-refusal.js';
import type { MediaPlace } from './media-place.js';
import type { ServedFile } from './serve-blob.js';

/** What an item plays. */
export interface Playable extends ServedFile {
  /** In seconds; `undefined` where that is not known. */
  readonly duration: number | undefined;
  /** Whether it stands in for what the item does not have. */
  readonly standsIn: boolean;
}

function ofFile(file: MediaFile, { contents }: WebContext): Playable {
  const blob = contents.get(file.content);
  if (blob === undefined) {
    // A snapshot of another server names contents that only that one had.
    throw new WebRefusal(404, { summary: `The server no longer has the content of the file "${file.id}".` });
  }
  return { blob, type: file.type, tag: file.content, duration: file.duration ?? undefined, standsIn: false };
}

function findFile(item: Item, id: string | undefined, { state }: WebContext): MediaFile | undefined {
  const ofItem = (file: MediaFile): boolean => file.item === item.id && file.kind === 'media';
  if (id === undefined) return state.files.find(ofItem);
  const file = state.files.get(id);
  if (file !== undefined && ofItem(file)) return file;
  throw new WebRefusal(404, { summary: 'The item has no such file.', argument: 'file', received: id.slice(0, 80) });
}

/**
 * Finds what an item plays: the file that the path names, else its first. An item that came with the
 * scenario has links and no file: a small test picture with a tone stands in for it.
 *
 * @throws WebRefusal (404) where there is nothing to play.
 */
export async function findPlayable(item: Item, { parts }: MediaPlace, context: WebContext): Promise<Playable> {
  const file = findFile(item, parts.get('file'), context);
  if (file !== undefined) return ofFile(file, context);
  if (item.medialink.progressive === undefined && item.medialink.hls === undefined) {
    throw new WebRefusal(404, { summary: 'The item has no file yet.' });
  }
  const { standIn } = await import('./stand-in/stand-in.js');
  return standIn(item.type === 'audio' ? 'audio' : 'video');
}

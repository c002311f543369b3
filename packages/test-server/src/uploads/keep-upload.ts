import { Status } from '@streamone/core';
import { wholeSecond } from '../actions/whole-second.js';
import type { World } from '../answer/world.js';
import { fileExtension } from '../media/file-extension.js';
import { itemMediaLink, posterPath } from '../media/item-links.js';
import type { MediaInfo } from '../media/probe-media.js';
import type { Item, MediaFile, Uploadtoken } from '../state/media-records.js';
import type { CheckedUpload } from './check-upload.js';
import { uploadError } from './upload-error.js';

/** What an uploaded file was found to be. */
export interface UploadedMedia {
  /** As `image/png`, where it is a picture. */
  readonly image: string | undefined;
  /** Where it is sound or moving pictures. */
  readonly media: MediaInfo | undefined;
}

/** What the fields of an upload say of an item that was made for it. The item is archived unless they say otherwise (documented). */
function toldFields(fields: ReadonlyMap<string, string>, archived = true): Partial<Item> {
  const [title, author, description] = [fields.get('title'), fields.get('author'), fields.get('description')];
  return { archived, ...(title && { title }), ...(author && { author }), ...(description && { description }) };
}

function itemType({ hasVideo, hasAudio }: MediaInfo): string {
  if (!hasVideo) return 'audio';
  return hasAudio ? 'video' : 'videoonly';
}

/** What a file of the item changes on it: how long it plays, what it is, where it is. */
function mediaFields(item: Item, file: MediaFile, media: MediaInfo | undefined): Partial<Item> {
  const type = media === undefined ? item.type : itemType(media);
  const { progressive, hls } = itemMediaLink(item, fileExtension(file.type));
  return {
    type,
    duration: file.duration,
    medialink: { progressive, ...(media !== undefined && { hls }) },
    ...(type !== 'audio' && { selectedthumbnailurl: posterPath(item.account, 'item', item.id) }),
  };
}

function keepThumbnail(item: Item, file: MediaFile, { state }: World): void {
  if (!file.selected) return;
  for (const { id, item: owner, selected } of state.files) {
    if (owner === item.id && selected && id !== file.id) state.files.update(id, { selected: false });
  }
  state.items.update(item.id, { selectedthumbnailurl: posterPath(item.account, 'item', item.id) });
}

/** An item that was made for the token alone is not left behind by a file that took another's place (inferred). */
function dropMadeFor({ item, newitem }: Uploadtoken, { state }: World): void {
  const isBare = ![...state.files].some((file) => file.item === item);
  if (newitem && isBare) state.items.remove(item);
}

/**
 * Makes the file a part of its item, in one go. An item with several files plays the first of them
 * (inferred), so a further one changes nothing else.
 *
 * @throws Refusal with 111 for a thumbnail that is no picture (inferred).
 */
export function keepUpload(
  { token, item, replaces, file, archived }: CheckedUpload,
  fields: ReadonlyMap<string, string>,
  { image, media }: UploadedMedia,
  world: World,
): MediaFile {
  const { state, clock } = world;
  const now = wholeSecond(clock);
  const isThumbnail = token.thumbnail !== 0;
  if (isThumbnail && image === undefined) {
    const expected = 'JPEG, PNG, GIF or WebP';
    const summary = `A thumbnail must be a picture: ${expected}.`;
    throw uploadError(Status.FILE_WRONG_EXTENSION, summary, { argument: 'uploadfile', expected });
  }
  const others = [...state.files].filter((other) => other.item === item.id && other.kind === 'media');
  if (replaces) for (const { id } of others) state.files.remove(id);
  const seconds = media?.duration;
  const kept = state.files.add({
    id: token.file,
    item: item.id,
    kind: isThumbnail ? 'thumbnail' : 'media',
    name: file.name,
    type: image ?? media?.type ?? 'application/octet-stream',
    size: file.content.size,
    duration: isThumbnail || seconds === undefined ? null : Math.round(seconds),
    selected: token.thumbnail === 2,
    content: file.content.key,
    datecreated: now,
  });
  state.uploadtokens.update(token.id, { used: true, item: item.id });
  if (item.id !== token.item) dropMadeFor(token, world);
  const told = token.newitem && item.id === token.item ? toldFields(fields, archived) : {};
  const changed = state.items.update(item.id, { ...told, datemodified: now });
  if (isThumbnail) keepThumbnail(changed, kept, world);
  else if (replaces || others.length === 0) state.items.update(item.id, mediaFields(changed, kept, media));
  return kept;
}

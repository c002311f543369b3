import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { type Clip, clipSegments, wholeSeconds } from './clip.js';
import { checkMediaType, linkFileName } from './link-file-name.js';
import { linkId } from './link-id.js';
import { linkOrigin } from './link-origin.js';
import { FILE_ENDINGS, MEDIA_HOST, type MediaType } from './media-type.js';

/** What a link to a recording is made of. Source: protocol, documented. */
export interface MediaLinkInput extends Clip {
  readonly type: MediaType;
  /** The ID of the item's account. */
  readonly account: string;
  /** The ID of the item. */
  readonly item: string;
  /** What the file is called, without its ending; `video` unless given, which is our choice. Smooth has none. */
  readonly name?: string | undefined;
  /** `media.streamonecloud.net` unless given; https, unless it begins with `http://`. */
  readonly host?: string | undefined;
  /** The ID of one file of the item; else the platform chooses. */
  readonly file?: string | undefined;
  /** Where playing begins, in whole seconds; progressive only. */
  readonly start?: number | undefined;
}

/**
 * A link to a recording: `https://media.streamonecloud.net/hls/account=A/item=I/NAME.m3u8`. One file and a clip are
 * segments after the item, here in the order `file`, `smartstart`, `smartend`, which is our choice: none is known to
 * matter. Source: protocol, documented.
 *
 * @throws InvalidArgumentError naming the part that can't be carried faithfully.
 */
export function mediaLink(input: MediaLinkInput): string {
  const { type, account, item, name, host, file, start } = input;
  checkMediaType(type, Object.keys(FILE_ENDINGS) as MediaType[]);
  if (start !== undefined && type !== 'progressive') {
    throw new InvalidArgumentError({
      argument: 'start',
      expected: 'no start: only a progressive link has one',
      given: start,
    });
  }
  const owner = `/account=${linkId('account', account)}/item=${linkId('item', item)}`;
  const part = (file === undefined ? '' : `/file=${linkId('file', file)}`) + clipSegments(input);
  const query = start === undefined ? '' : `?start=${wholeSeconds('start', start)}`;
  return `${linkOrigin(host ?? MEDIA_HOST)}/${type}${owner}${part}/${linkFileName(type, name, 'video')}${query}`;
}

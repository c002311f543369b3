import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { type Clip, checkClip } from './clip.js';
import { linkId } from './link-id.js';
import { linkName } from './link-name.js';
import { FILE_ENDINGS, type MediaType } from './media-type.js';
import { splitLink } from './split-link.js';

/** The parts of a media link, under the names that `mediaLink` and `liveLink` take; a part that it lacks is absent. */
export interface MediaLinkParts extends Clip {
  readonly type: MediaType;
  /** Scheme and host, as `https://media.streamonecloud.net`. */
  readonly host: string;
  readonly account: string;
  /** The item's ID; of a recording only. */
  readonly item?: string;
  /** The livestream's ID; of a live link only. */
  readonly livestream?: string;
  /** The ID of one file of the item. */
  readonly file?: string;
  /** What the file is called, decoded and without its ending; Smooth has none. */
  readonly name?: string;
  /** Where playing begins, in whole seconds; progressive only. */
  readonly start?: number;
  /** Whether it has `signuser`, `signts` and `signature`. That they are right is for `verifyMediaLink` to say. */
  readonly signed: boolean;
}

const KIND = /^(?:(progressive|hls|dash|hds|smooth)|(hls|dash|hds|smooth)live)$/;
const SEGMENT = /^(account|item|livestream|file|smartstart|smartend)=(.+)$/;

function seconds(argument: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError({ argument, expected: 'whole seconds, 0 or more', given: text });
}

function readName(type: MediaType, fileName: string): { name?: string } | undefined {
  const ending = FILE_ENDINGS[type];
  if (type === 'smooth') return fileName === ending ? {} : undefined;
  if (!fileName.endsWith(ending)) return undefined;
  try {
    const name = decodeURIComponent(fileName.slice(0, -ending.length));
    linkName(name);
    return { name };
  } catch {
    return undefined;
  }
}

function readSegments(segments: readonly string[]): Record<string, string> | undefined {
  const parts: Record<string, string> = {};
  for (const segment of segments) {
    const [, key, value] = SEGMENT.exec(segment) ?? [];
    if (key === undefined || value === undefined || parts[key] !== undefined) return undefined;
    parts[key] = value;
  }
  return parts;
}

/**
 * Reads a media link, of a recording or live, signed or not, on any host. The segments may have any order, and
 * parameters of the query that are not known are passed over. Source: as for `mediaLink` and `liveLink`.
 *
 * @throws InvalidArgumentError when it is none.
 */
export function parseMediaLink(link: string): MediaLinkParts {
  const refuse = (expected: string): never => {
    throw new InvalidArgumentError({ argument: 'link', expected, given: link });
  };
  const { origin, path = '', query = '' } = splitLink(link) ?? {};
  if (origin === undefined) return refuse('an address with http:// or https://, percent-encoded');
  const [, kind = '', ...segments] = path.split('/');
  const [, recorded, live] = KIND.exec(kind) ?? [];
  const type = (recorded ?? live) as MediaType | undefined;
  if (type === undefined) return refuse('a path that begins with a type, as "/hls/" or "/hlslive/"');
  const named = readName(type, segments.pop() ?? '');
  if (named === undefined) return refuse(`a last segment as "${type === 'smooth' ? '' : 'name'}${FILE_ENDINGS[type]}"`);
  const parts = readSegments(segments);
  const { account, item, livestream, file, smartstart, smartend } = parts ?? {};
  const isWhole = live === undefined ? item !== undefined && livestream === undefined : livestream !== undefined;
  const hasMore = live !== undefined && (item ?? file ?? smartstart ?? smartend) !== undefined;
  if (parts === undefined || account === undefined || !isWhole || hasMore) {
    return refuse(
      live === undefined
        ? 'the segments account= and item=, and at most one each of file=, smartstart= and smartend='
        : 'the segments account= and livestream=, and no other',
    );
  }
  const parameters = new Map(query.split('&').map((pair) => [pair.replace(/=.*$/, ''), pair.replace(/^[^=]*=?/, '')]));
  const start = type === 'progressive' ? parameters.get('start') : undefined;
  const clip = {
    ...(smartstart !== undefined && { smartstart: seconds('smartstart', smartstart) }),
    ...(smartend !== undefined && { smartend: seconds('smartend', smartend) }),
  };
  checkClip(clip);
  return {
    type,
    host: origin,
    account: linkId('account', account),
    ...(item !== undefined && { item: linkId('item', item) }),
    ...(livestream !== undefined && { livestream: linkId('livestream', livestream) }),
    ...(file !== undefined && { file: linkId('file', file) }),
    ...clip,
    ...named,
    ...(start !== undefined && { start: seconds('start', start) }),
    signed: ['signuser', 'signts', 'signature'].every((name) => (parameters.get(name) ?? '') !== ''),
  };
}

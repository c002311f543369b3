import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { linkId } from './link-id.js';
import { splitLink } from './split-link.js';

/** What a link to a poster is made of. Source: protocol, documented. */
export interface PosterLinkInput {
  /** All that comes before `/account=…`: the host and the leading path are not known. */
  readonly base: string;
  /** The ID of the item's account. */
  readonly account: string;
  /** The ID of the item. */
  readonly item: string;
  /** `poster`, the item's poster, or the number of a still, from 1; `poster` unless given. */
  readonly name?: 'poster' | number | undefined;
  /** The width in pixels. At most one of width, height and size. */
  readonly width?: number | undefined;
  /** The height in pixels. */
  readonly height?: number | undefined;
  /** Both, in pixels; the picture is cropped to fit. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
}

function count(argument: string, value: unknown, expected: string): number {
  if (Number.isSafeInteger(value) && (value as number) >= 1) return value as number;
  throw new InvalidArgumentError({ argument, expected, given: value });
}

const pixels = (argument: string, value: unknown): number => count(argument, value, 'pixels, a whole number from 1');

function sizeQuery({ width, height, size }: PosterLinkInput): string {
  const given = Object.entries({ width, height, size }).filter(([, value]) => value !== undefined);
  if (given.length > 1) {
    throw new InvalidArgumentError({
      argument: given.map(([name]) => name).join(', '),
      expected: 'at most one of width, height and size',
      given: given.map(([, value]) => value),
      advice: 'A size is { width, height }; the picture is then cropped.',
    });
  }
  if (width !== undefined) return `?width=${pixels('width', width)}`;
  if (height !== undefined) return `?height=${pixels('height', height)}`;
  if (size === undefined) return '';
  return `?size=${pixels('size.width', size?.width)}x${pixels('size.height', size?.height)}`;
}

/**
 * A link to a picture of an item: `…/account=A/item=I/NAME.jpg`, with one of `?width=`, `?height=`, `?size=WxH`.
 * Source: protocol, documented; the host and the leading path are not known, so `base` is required.
 *
 * @throws InvalidArgumentError naming the part that can't be carried faithfully.
 */
export function posterLink(input: PosterLinkInput): string {
  const { base, account, item, name = 'poster' } = input;
  const { origin, path = '/', query, fragment } = splitLink(base) ?? {};
  if (origin === undefined || query !== undefined || fragment !== '') {
    throw new InvalidArgumentError({
      argument: 'base',
      expected: 'an address with http:// or https://, without query and fragment',
      given: base,
    });
  }
  const picture = name === 'poster' ? name : count('name', name, '"poster" or a whole number from 1');
  const owner = `/account=${linkId('account', account)}/item=${linkId('item', item)}`;
  return `${origin}${path.replace(/\/+$/, '')}${owner}/${picture}.jpg${sizeQuery(input)}`;
}

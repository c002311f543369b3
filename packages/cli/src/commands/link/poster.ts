import { InvalidArgumentError } from '@streamone/node';
import { type PosterLinkInput, posterLink } from '@streamone/core/media';
import type { Context } from '../../program/context.js';
import { findItem } from './find-item.js';
import { type LinkOptions, linkPlace, neededAccount } from './link-place.js';
import { wholeNumber } from './whole-number.js';

/** Options of a link to a picture of an item. */
export interface PosterOptions extends LinkOptions {
  readonly base?: string;
  readonly still?: string;
  readonly width?: string;
  readonly height?: string;
  readonly size?: string;
}

function size(text: string | undefined): PosterLinkInput['size'] {
  if (text === undefined) return undefined;
  const [, width, height] = /^(\d{1,6})x(\d{1,6})$/.exec(text) ?? [];
  if (width !== undefined && height !== undefined) return { width: Number(width), height: Number(height) };
  throw new InvalidArgumentError({ argument: '--size', expected: 'width and height, as 320x180', given: text });
}

/** What comes before the account in the item's own thumbnail: where posters are is not documented. */
async function ownBase(context: Context, item: string, options: PosterOptions): Promise<string> {
  const { selectedthumbnailurl: url } = await findItem(context, item, options);
  const [, base] = /^(https?:\/\/.+?)\/account=/i.exec(url ?? '') ?? [];
  if (base !== undefined) return base;
  throw new InvalidArgumentError({
    command: 'item',
    action: 'view',
    argument: '--base',
    expected: "the address before /account=…, since the item's own thumbnail does not tell it",
    given: url ?? undefined,
  });
}

/** Makes a link to a picture of an item. @throws InvalidArgumentError naming what is wrong */
export async function poster(context: Context, item: string, options: PosterOptions): Promise<string> {
  const account = neededAccount(await linkPlace(context, options));
  // Read before the platform is asked for anything.
  const picture = {
    name: wholeNumber('--still', options.still),
    width: wholeNumber('--width', options.width),
    height: wholeNumber('--height', options.height),
    size: size(options.size),
  };
  return posterLink({ base: options.base ?? (await ownBase(context, item, options)), account, item, ...picture });
}

import type { LiveMediaType } from '@streamone/core/media';
import { embedLink, liveLink, oembedLink, playlistJsonLink } from '@streamone/core/media';
import { Command, Option } from 'commander';
import { note } from '../../output/write-out.js';
import type { Context } from '../../program/context.js';
import { addGlobalOptions } from '../../program/global-options.js';
import { ownLink } from './find-item.js';
import { type LinkOptions, linkPlace, neededAccount } from './link-place.js';
import { type MediaOptions, addMediaOptions, checkLookup, madeLink } from './media-options.js';
import { type PosterOptions, poster } from './poster.js';
import { printLink } from './print-link.js';
import { type SignedLinkOptions, signedLink } from './signed.js';

const MORE = `
A link is made of the account that is set and the ID of an item; the platform is asked nothing, except for posters and
by --lookup. It leads to the platform, or to the test server where the API's address is on this machine; --host names
another.

Examples:
  streamone link embed ITEM
  streamone link media ITEM --format progressive --name one-evening
  streamone link signed ITEM --valid 2h
  streamone link poster ITEM --width 640`;

const SIGNED = `
It is signed with the key of the user whose credentials are set, who needs the token item-play in the item's account.
Whoever has the link can use it until it expires. \`streamone verify\` checks one.

Examples:
  streamone link signed ITEM --valid 2h
  streamone link signed 'https://media.example.org/hls/account=A/item=I/video.m3u8' --until 2030-01-31T18:00:00Z`;

interface NamedOptions extends LinkOptions {
  readonly name?: string;
}

const LIVE: readonly LiveMediaType[] = ['hls', 'dash', 'hds', 'smooth'];

async function embed(context: Context, item: string, options: NamedOptions): Promise<string> {
  return embedLink({ item, name: options.name, ...(await linkPlace(context, options)) });
}

function host(command: Command): Command {
  return command.option('--host <host>', 'host of the link, as media.example.org');
}

/** `streamone link`: builds links to media, posters and players. */
export function linkCommand(context: Context): Command {
  const link = new Command('link').description('Makes links to media, posters and players.').addHelpText('after', MORE);
  const add = (name: string, argument: string, description: string): Command =>
    addGlobalOptions(link.command(`${name} <${argument}>`).description(description));

  addMediaOptions(add('media', 'item', 'A link to a recording, for a player.')).action(
    async (item: string, options: MediaOptions) => {
      checkLookup(options);
      const own = options.lookup === true;
      await printLink(
        own
          ? await ownLink(context, item, options.format, options)
          : madeLink(item, options, await linkPlace(context, options)),
        options,
      );
    },
  );
  host(add('live', 'livestream', 'A link to a livestream, for a player. Other formats than hls are inferred.'))
    .addOption(new Option('--format <format>', 'how it is delivered').choices(LIVE).default('hls'))
    .option('--name <name>', 'what the file is called, without its ending')
    .action(async (livestream: string, options: NamedOptions & { format: LiveMediaType }) => {
      const place = await linkPlace(context, options);
      const { format: type, name } = options;
      const account = neededAccount(place);
      await printLink(liveLink({ type, livestream, account, name, host: place.host }), options);
    });
  addMediaOptions(
    add('signed', 'item|link', 'A link that holds until a moment and needs no login; of an item, or given as it is.'),
  )
    .option('--valid <duration>', 'how long it holds, as 30s, 90m, 2h, 7d')
    .option('--until <moment>', 'until when it holds, as 2030-01-31T18:00:00Z or UNIX time')
    .addHelpText('after', SIGNED)
    .action(async (item: string, options: SignedLinkOptions) => {
      const signed = await signedLink(context, item, options);
      await printLink(signed.link, options, { until: signed.until });
      note(`holds until ${signed.until.toISOString().replace('.000', '')}`, options);
    });
  add('poster', 'item', 'A link to a picture of an item.')
    .option('--base <address>', "all before /account=…; the API is asked for the item's own thumbnail unless given")
    .option('--still <n>', 'a still by its number, from 1; the poster unless given')
    .option('--width <pixels>', 'at most one of width, height and size')
    .option('--height <pixels>')
    .option('--size <WxH>', 'cropped to fit, as 320x180')
    .action(async (item: string, options: PosterOptions) => {
      await printLink(await poster(context, item, options), options);
    });
  host(add('embed', 'item', 'The page of a player, for a browser or an iframe.'))
    .option('--name <name>', 'what the page is called, without .html')
    .action(async (item: string, options: NamedOptions) => {
      await printLink(await embed(context, item, options), options);
    });
  host(
    add('oembed', 'item|link', 'The oEmbed description of a player; of an item, or of the link of its player.'),
  ).action(async (item: string, options: LinkOptions) => {
    const player = /^https?:\/\//i.test(item) ? item : await embed(context, item, options);
    await printLink(oembedLink(player, { host: (await linkPlace(context, options)).host }), options);
  });
  host(add('playlist', 'item', "An item's playlist as JSON.")).action(async (item: string, options: LinkOptions) => {
    await printLink(playlistJsonLink({ item, ...(await linkPlace(context, options)) }), options);
  });
  return link;
}

import { embedLink } from '@streamone/core/media';
import { Command } from 'commander';
import { note } from '../../output/write-out.js';
import type { Context } from '../../program/context.js';
import { addGlobalOptions } from '../../program/global-options.js';
import { type LinkOptions, linkPlace } from '../link/link-place.js';
import { printLink } from '../link/print-link.js';
import { hasBrowser, openPage } from './open-page.js';

interface OpenOptions extends LinkOptions {
  readonly print?: boolean;
}

const MORE = `
Nothing is asked of the platform: whether there is such an item, the page shows. Without a browser, as over SSH, the
address is printed.

Examples:
  streamone open ITEM
  streamone open ITEM --print`;

/** `streamone open item`: the player page of an item, in a browser. */
export function openCommand(context: Context): Command {
  const command = new Command('open')
    .description("Opens an item's player page in a browser.")
    .argument('<item>', 'ID of the item')
    .option('--print', 'print the address and open nothing')
    .option('--host <host>', 'host of the page, as content.example.org')
    .addHelpText('after', MORE);
  return addGlobalOptions(command).action(async (item: string, options: OpenOptions) => {
    const page = embedLink({ item, ...(await linkPlace(context, options)) });
    if (options.print === true) return printLink(page, options);
    if (hasBrowser(context.env)) {
      if (await openPage(page)) {
        note(`opened ${page}`, options);
        return undefined;
      }
    }
    process.stderr.write('no browser was found on this machine; open this in one:\n');
    return printLink(page, options);
  });
}

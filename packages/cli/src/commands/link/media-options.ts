import { InvalidArgumentError } from '@streamone/node';
import type { MediaType } from '@streamone/core/media';
import { mediaLink } from '@streamone/core/media';
import { type Command, Option } from 'commander';
import { wholeNumber } from './whole-number.js';
import { type LinkOptions, type LinkPlace, neededAccount } from './link-place.js';

/** Options of a link to a recording. */
export interface MediaOptions extends LinkOptions {
  readonly format: MediaType;
  readonly file?: string;
  readonly name?: string;
  readonly clipStart?: string;
  readonly clipEnd?: string;
  readonly start?: string;
  readonly lookup?: boolean;
}

const FORMATS: readonly MediaType[] = ['hls', 'progressive', 'dash', 'hds', 'smooth'];

/** Gives a command the options of a link to a recording. */
export function addMediaOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'how it is delivered').choices(FORMATS).default('hls'))
    .option('--file <id>', 'one file of the item; the platform chooses unless given')
    .option('--name <name>', 'what the file is called, without its ending')
    .option('--clip-start <seconds>', 'cut out a clip that begins here')
    .option('--clip-end <seconds>', 'cut out a clip that ends here')
    .option('--start <seconds>', 'begin to play here (progressive only)')
    .option('--host <host>', 'host of the link, as media.example.org')
    .option('--lookup', "ask the API for the item's own link instead of making one");
}

/** Options that make a link what it is; a link that is looked up is what it is already. */
const MAKING = ['file', 'name', 'clipStart', 'clipEnd', 'start', 'host'] as const;

/** @throws InvalidArgumentError where a link is looked up and made at once. */
export function checkLookup(options: MediaOptions): void {
  const given = MAKING.find((name) => options[name] !== undefined);
  if (options.lookup !== true || given === undefined) return;
  const name = given.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new InvalidArgumentError({ expected: `either --lookup or --${name}`, given: 'both' });
}

/** Makes a link to a recording of the options. @throws InvalidArgumentError naming what is wrong */
export function madeLink(item: string, options: MediaOptions, place: LinkPlace): string {
  const { format, file, name, clipStart, clipEnd, start } = options;
  return mediaLink({
    type: format,
    account: neededAccount(place),
    item,
    file,
    name,
    host: place.host,
    smartstart: wholeNumber('--clip-start', clipStart),
    smartend: wholeNumber('--clip-end', clipEnd),
    start: wholeNumber('--start', start),
  });
}

import { type Label, arrayOf, bool, hash, label, nullable, object, text, url } from '../types/index.js';
import { argumentsOf } from './argument-definition.js';
import { defineAction } from './define-action.js';
import { defineCommand } from './define-command.js';
import { pageArguments } from './page-arguments.js';

/** What a live stream is. @observed */
export interface LivestreamType {
  /** The type as a fixed word; `new-wowza-livestream` is a video stream. @observed */
  readonly label: Label<'new-wowza-livestream'>;
  /** The type's name for people. @observed */
  readonly name: string;
}

/** Addresses of a live stream. @observed */
export interface LivestreamMediaLink {
  /** An HLS playlist. @observed */
  readonly hls?: string;
}

/** The account that a live stream belongs to. @observed */
export interface LivestreamAccount {
  /** The account's ID. @observed */
  readonly id: string;
  /** The account's name. @observed */
  readonly name: string;
}

/** A live stream. Responses may have more fields. @observed */
export interface Livestream {
  /** The live stream's ID. @observed */
  readonly id: string;
  /** The title. @observed */
  readonly title: string;
  /** A description, where there is one. @observed */
  readonly description: string | null;
  /** What it is. @observed */
  readonly type: LivestreamType;
  /** Address of its thumbnail. @observed */
  readonly thumbnail: string;
  /** Addresses of the stream. @observed */
  readonly medialink: LivestreamMediaLink;
  /** The account that it belongs to. @observed */
  readonly account: LivestreamAccount;
}

/** Arguments of `livestream/view`, as far as they were seen. */
export interface LivestreamViewArguments {
  /** Live streams that are active, or that are not. @observed */
  readonly active?: boolean | null | undefined;
  /** What to order by; more labels may exist. @observed */
  readonly orderfield?: Label<'name'> | null | undefined;
  /** How many rows a page has. @inferred */
  readonly limit?: number | null | undefined;
  /** How many rows to skip. @observed */
  readonly offset?: number | null | undefined;
}

/** Lists live streams of one or more accounts. Its token is not known. @observed */
export const livestreamView = defineAction({
  command: 'livestream',
  action: 'view',
  needs: 'accounts',
  openArguments: true,
  readOnly: true,
  paged: true,
  arguments: argumentsOf<LivestreamViewArguments>({ active: bool(), orderfield: label('name'), ...pageArguments }),
  output: arrayOf(
    object<Livestream>('Livestream', {
      id: hash(),
      title: text(),
      description: nullable(text()),
      type: object<LivestreamType>('LivestreamType', { label: label('new-wowza-livestream'), name: text() }),
      thumbnail: url(),
      medialink: object<LivestreamMediaLink>('LivestreamMediaLink', { hls: url() }),
      account: object<LivestreamAccount>('LivestreamAccount', { id: hash(), name: text() }),
    }),
  ),
});

/** The command `livestream`: what is on the air. */
export const livestreamCommand = defineCommand('livestream', { view: livestreamView });

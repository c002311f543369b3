import {
  type Label,
  arrayOf,
  bool,
  dateTime,
  duration,
  hash,
  integer,
  keywords,
  label,
  nullable,
  object,
  text,
  url,
} from '../types/index.js';
import { argumentsOf } from './argument-definition.js';
import { defineAction } from './define-action.js';
import { defineCommand } from './define-command.js';
import { type PageArguments, pageArguments } from './page-arguments.js';

/** What an item is. A new label may appear any day. @observed */
export type ItemType = Label<'video' | 'audio' | 'videoonly'>;

/** Addresses of an item's media. @observed */
export interface ItemMediaLink {
  /** A file to be downloaded while it plays. @observed */
  readonly progressive?: string;
  /** An HLS playlist. @observed */
  readonly hls?: string;
}

/** The account that an item belongs to. @observed */
export interface ItemAccount {
  /** The account's ID. @observed */
  readonly id: string;
  /** The account's name. @observed */
  readonly name: string;
}

/** A piece of media: a video or a sound with what is told about it. Responses may have more fields. @observed */
export interface Item {
  /** The item's ID. @observed */
  readonly id: string;
  /** The title. @observed */
  readonly title: string;
  /** What it is. @observed */
  readonly type: ItemType;
  /** A description, where there is one. @observed */
  readonly description: string | null;
  /** How long it plays, in seconds. The text that the platform sends has no documented form. @inferred */
  readonly duration: number;
  /** When the item was made. @observed */
  readonly datecreated: Date;
  /** When it was aired, where that is set. @observed */
  readonly dateaired: Date | null;
  /** How often it was viewed. @observed */
  readonly views: number;
  /** Keywords. @observed */
  readonly keywords: string[];
  /** Address of the chosen thumbnail, where there is one. @observed */
  readonly selectedthumbnailurl: string | null;
  /** Addresses of the media. @observed */
  readonly medialink: ItemMediaLink;
  /** The account that it belongs to. @observed */
  readonly account: ItemAccount;
  /** When the item was last changed. Not seen in a response; the filters of this name suggest it. @inferred */
  readonly datemodified?: Date;
  /** Who made it. @inferred */
  readonly author?: string | null;
  /** Whose rights it is under. @inferred */
  readonly copyright?: string | null;
  /** The ID that another system has for it. @inferred */
  readonly externalid?: string | null;
  /** An address that belongs to it. @inferred */
  readonly externallink?: string | null;
  /** ID of its security profile. @inferred */
  readonly securityprofile?: string | null;
  /** ID of the live stream that it was recorded from. @inferred */
  readonly livestream?: string | null;
  /** Whether it is archived, and so hidden from most lists. @inferred */
  readonly archived?: boolean;
  /** Whether it is protected. @inferred */
  readonly protected?: boolean;
  /** The kind of virtual reality that it is made for; the labels are not known. @inferred */
  readonly vrtype?: string | null;
}

const itemType = label('video', 'audio', 'videoonly');

const item = object<Item>('Item', {
  id: hash(),
  title: text(),
  type: itemType,
  description: nullable(text()),
  duration: duration(),
  datecreated: dateTime(),
  dateaired: nullable(dateTime()),
  views: integer(),
  keywords: keywords(),
  selectedthumbnailurl: nullable(url()),
  medialink: object<ItemMediaLink>('ItemMediaLink', { progressive: url(), hls: url() }),
  account: object<ItemAccount>('ItemAccount', { id: hash(), name: text() }),
  datemodified: dateTime(),
  author: nullable(text()),
  copyright: nullable(text()),
  externalid: nullable(text()),
  externallink: nullable(url()),
  securityprofile: nullable(hash()),
  livestream: nullable(hash()),
  archived: bool(),
  protected: bool(),
  vrtype: nullable(label()),
});

/** Arguments of `item/view`. Each filter narrows the list; absent ones don't. */
export interface ItemViewArguments extends PageArguments {
  /** Items with these IDs. @documented */
  readonly item?: readonly string[] | null | undefined;
  /** Items in these categories, by ID. @documented */
  readonly category?: readonly string[] | null | undefined;
  /** Items whose title contains this. @documented */
  readonly searchtitle?: string | null | undefined;
  /** Items whose description contains this. @documented */
  readonly searchdescription?: string | null | undefined;
  /** Items that contain this in any of their texts. @documented */
  readonly searchfulltext?: string | null | undefined;
  /** Items with this keyword; one, without a comma. @documented */
  readonly searchkeywords?: string | null | undefined;
  /** Items with exactly this title. @documented */
  readonly title?: string | null | undefined;
  /** Items with exactly this description. @documented */
  readonly description?: string | null | undefined;
  /** Items for which another system has exactly this ID. @documented */
  readonly externalid?: string | null | undefined;
  /** Items created at this time or later. @documented */
  readonly mindatecreated?: Date | string | null | undefined;
  /** Items created at this time or earlier. @documented */
  readonly maxdatecreated?: Date | string | null | undefined;
  /** Items last changed at this time or later. @documented */
  readonly mindatemodified?: Date | string | null | undefined;
  /** Items last changed at this time or earlier. @documented */
  readonly maxdatemodified?: Date | string | null | undefined;
  /** Items aired at this time or later. @documented */
  readonly mindateaired?: Date | string | null | undefined;
  /** Items aired at this time or earlier. @documented */
  readonly maxdateaired?: Date | string | null | undefined;
  /** Items that are archived, or that are not; `null` shows both. @documented */
  readonly archived?: boolean | null | undefined;
  /** Whether to show the files of each item; their fields are not known. @documented */
  readonly showfiles?: boolean | null | undefined;
  /** Items recorded from this live stream, by ID. @documented */
  readonly livestream?: string | null | undefined;
  /** Items made by this user, by ID. @documented */
  readonly user?: string | null | undefined;
  /** Items of this type. @observed */
  readonly itemtype?: ItemType | null | undefined;
  /** What to order by; more labels may exist than those seen. @observed */
  readonly orderfield?: Label<'created' | 'aired'> | null | undefined;
  /** Ascending or descending. @observed */
  readonly order?: Label<'asc' | 'desc'> | null | undefined;
}

/** Lists items of one or more accounts. @documented @observed output */
export const itemView = defineAction({
  command: 'item',
  action: 'view',
  needs: 'accounts',
  token: 'item-read',
  readOnly: true,
  paged: true,
  arguments: argumentsOf<ItemViewArguments>({
    item: arrayOf(hash()),
    category: arrayOf(hash()),
    searchtitle: text(),
    searchdescription: text(),
    searchfulltext: text(),
    searchkeywords: text(),
    title: text(),
    description: text(),
    externalid: text(),
    mindatecreated: dateTime(),
    maxdatecreated: dateTime(),
    mindatemodified: dateTime(),
    maxdatemodified: dateTime(),
    mindateaired: dateTime(),
    maxdateaired: dateTime(),
    archived: { type: bool(), default: false },
    showfiles: { type: bool(), default: false },
    livestream: hash(),
    user: hash(),
    itemtype: itemType,
    orderfield: label('created', 'aired'),
    order: { type: label('asc', 'desc'), default: 'asc' },
    ...pageArguments,
  }),
  output: arrayOf(item),
});

/** Arguments of `item/create`. */
export interface ItemCreateArguments {
  /** What the item is. Which labels it takes is not documented; these are observed in answers. @documented @observed values */
  readonly itemtype?: ItemType | null | undefined;
  /** The title; the item's ID unless given. @documented */
  readonly title?: string | null | undefined;
  /** Who made it. @documented */
  readonly author?: string | null | undefined;
  /** Whose rights it is under. @documented */
  readonly copyright?: string | null | undefined;
  /** A description. @documented */
  readonly description?: string | null | undefined;
  /** The ID that another system has for it. @documented */
  readonly externalid?: string | null | undefined;
  /** When it was or will be aired. @documented */
  readonly dateaired?: Date | string | null | undefined;
  /** An address that belongs to it. @documented */
  readonly externallink?: string | null | undefined;
  /** Keywords, as a list or with commas between them. @documented */
  readonly keywords?: string | readonly string[] | null | undefined;
  /** ID of its security profile. @documented */
  readonly securityprofile?: string | null | undefined;
  /** ID of the live stream that it is recorded from. @documented */
  readonly livestream?: string | null | undefined;
  /** Whether it is archived, and so hidden from most lists. @documented */
  readonly archived?: boolean | null | undefined;
  /** Whether it is protected; the account's default unless given. @documented */
  readonly protected?: boolean | null | undefined;
  /** The kind of virtual reality that it is made for; the labels are not known. @documented */
  readonly vrtype?: Label | null | undefined;
}

/** Makes an item, without a file. The token that it needs is not known. @documented */
export const itemCreate = defineAction({
  command: 'item',
  action: 'create',
  needs: 'account',
  arguments: argumentsOf<ItemCreateArguments>({
    itemtype: itemType,
    title: text(),
    author: text(),
    copyright: text(),
    description: text(),
    externalid: text(),
    dateaired: dateTime(),
    externallink: url(),
    keywords: keywords(),
    securityprofile: hash(),
    livestream: hash(),
    archived: { type: bool(), default: false },
    protected: bool(),
    vrtype: label(),
  }),
  output: item,
});

/** The command `item`: videos and sounds. */
export const itemCommand = defineCommand('item', { view: itemView, create: itemCreate });

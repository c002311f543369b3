import { bool, dateTime, duration, hash, open, text, url } from '../types/index.js';
import { argumentsOf } from './argument-definition.js';
import { defineAction } from './define-action.js';
import { defineCommand } from './define-command.js';

/** Arguments of `recordschedule/create`. The table in the document is cut off, so there may be more. */
export interface RecordscheduleCreateArguments {
  /** The schedule's name. @documented */
  readonly name?: string | null | undefined;
  /** Address of what is recorded; this or `livestream`. @documented */
  readonly source?: string | null | undefined;
  /** Address that the source is fetched through. @documented */
  readonly sourceproxy?: string | null | undefined;
  /** The live stream that is recorded, by ID; this or `source`. @documented */
  readonly livestream?: string | null | undefined;
  /**
   * Title of the items, with the conversions of strftime (`%d-%m-%Y %H:%M:%S`); the name of the live
   * stream and the time unless given. @documented
   */
  readonly title?: string | null | undefined;
}

/** Makes a schedule that records a live stream or an address. Its output is not known. @documented @inferred errors */
export const recordscheduleCreate = defineAction({
  command: 'recordschedule',
  action: 'create',
  needs: 'account',
  token: 'recordschedule-write',
  errors: [240],
  openArguments: true,
  arguments: argumentsOf<RecordscheduleCreateArguments>({
    name: text(),
    source: url(),
    sourceproxy: url(),
    livestream: hash(),
    title: text(),
  }),
  output: open(),
});

/** Arguments of `recordschedule/edit`. The table in the document is cut off, so there may be more. */
export interface RecordscheduleEditArguments {
  /** The schedule, by ID. That it is required is inferred from its use. @documented @inferred required */
  readonly recordschedule: string;
  /** Address of what is recorded. @documented */
  readonly source?: string | null | undefined;
  /** Address that the source is fetched through. @documented */
  readonly sourceproxy?: string | null | undefined;
  /** The live stream that is recorded, by ID. @documented */
  readonly livestream?: string | null | undefined;
  /** Title of the items, with the conversions of strftime. @documented */
  readonly title?: string | null | undefined;
  /** Description of the items. @documented */
  readonly description?: string | null | undefined;
  /** Who made the items. @documented */
  readonly author?: string | null | undefined;
  /** Whose rights the items are under. @documented */
  readonly copyright?: string | null | undefined;
  /** Keywords of the items. @documented */
  readonly keywords?: string | null | undefined;
  /** Whether it records at all. @documented */
  readonly active?: boolean | null | undefined;
  /** Whether the items are protected. @documented */
  readonly protected?: boolean | null | undefined;
  /** When it begins; in the past or near: as soon as possible, within a quarter of an hour. @documented */
  readonly startdate?: Date | string | null | undefined;
  /** How long each item is, in seconds. @documented */
  readonly duration?: number | null | undefined;
  /** When it repeats: a rule of RFC 5545 without `RRULE:`. @documented */
  readonly rrule?: string | null | undefined;
}

/** Changes a schedule. Its output is not known. @documented @inferred errors */
export const recordscheduleEdit = defineAction({
  command: 'recordschedule',
  action: 'edit',
  needs: 'account',
  token: 'recordschedule-write',
  errors: [320, 240],
  openArguments: true,
  arguments: argumentsOf<RecordscheduleEditArguments>({
    recordschedule: { type: hash(), required: true },
    source: url(),
    sourceproxy: url(),
    livestream: hash(),
    title: text(),
    description: text(),
    author: text(),
    copyright: text(),
    keywords: text(),
    active: bool(),
    protected: bool(),
    startdate: dateTime(),
    duration: duration(),
    rrule: text(),
  }),
  output: open(),
});

/** The command `recordschedule`: recordings to come. */
export const recordscheduleCommand = defineCommand('recordschedule', {
  create: recordscheduleCreate,
  edit: recordscheduleEdit,
});

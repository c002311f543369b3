import type { RecordscheduleEditArguments } from '@streamone/core/catalogue';
import { inputError } from '../../answer/input-error.js';
import type { Recordschedule } from '../../state/media-records.js';
import type { ArgumentsRead } from '../action-handler.js';
import { checkDate } from '../check-date.js';
import type { OpenArguments } from '../open-arguments.js';

/** What `create` and `edit` have in common. */
type Given = Omit<ArgumentsRead<RecordscheduleEditArguments>, 'recordschedule'>;

const KNOWN = [
  'recordschedule',
  'name',
  'source',
  'sourceproxy',
  'livestream',
  'title',
  'description',
  'author',
  'copyright',
  'keywords',
  'active',
  'protected',
  'startdate',
  'duration',
  'rrule',
  'id',
  'account',
];

function flag(name: string, given: unknown, before: boolean): boolean {
  if (typeof given === 'boolean') return given;
  if (given === undefined) return before;
  // Open arguments of `create` come as text.
  if (given === '1' || given === '0') return given === '1';
  throw inputError(name, `The argument "${name}" is 1 or 0.`);
}

/** A live stream that is set takes the place of a source, and the other way round (inferred). */
function origin(given: Given, before: Recordschedule) {
  const { source = before.source, livestream = before.livestream } = given;
  if (given.source && !given.livestream) return { source, livestream: null };
  if (given.livestream && !given.source) return { source: null, livestream };
  return { source, livestream };
}

/** A schedule with what a request changes; an empty argument unsets (documented). */
export function changedSchedule(before: Recordschedule, given: Given, open: OpenArguments): Recordschedule {
  const startdate = given.startdate instanceof Date ? given.startdate : open.dateTime('startdate');
  const duration = typeof given.duration === 'number' ? given.duration : open.integer('duration');
  checkDate('startdate', startdate);
  const text = (name: 'title' | 'description' | 'author' | 'copyright' | 'keywords' | 'rrule'): string | null => {
    const value = given[name];
    return value === undefined ? before[name] : value || null;
  };
  return {
    ...before,
    ...origin(given, before),
    name: open.text('name') ?? before.name,
    sourceproxy: given.sourceproxy === undefined ? before.sourceproxy : given.sourceproxy,
    title: text('title'),
    description: text('description'),
    author: text('author'),
    copyright: text('copyright'),
    keywords: text('keywords'),
    rrule: text('rrule'),
    active: flag('active', given.active ?? undefined, before.active),
    protected: flag('protected', given.protected ?? undefined, before.protected),
    startdate: startdate === undefined && given.startdate !== null ? before.startdate : (startdate ?? null),
    duration: duration === undefined && given.duration !== null ? before.duration : (duration ?? null),
    fields: open.kept(KNOWN, before.fields),
  };
}

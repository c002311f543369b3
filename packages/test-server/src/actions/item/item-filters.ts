import { Status } from '@streamone/core';
import type { ItemViewArguments } from '@streamone/core/catalogue';
import { Refusal } from '../../answer/refusal.js';
import { type ItemColumns, SEPARATOR, fold } from '../../state/shelf/item-columns.js';
import { type ItemCondition, condition } from '../../state/shelf/item-condition.js';
import type { ArgumentsRead } from '../action-handler.js';

type Given = ArgumentsRead<ItemViewArguments>;
type Folded = 'foldedTitle' | 'foldedDescription' | 'foldedText' | 'foldedKeywords';
type Exact = 'title' | 'description' | 'externalid' | 'livestream' | 'user' | 'type';

function contains(column: Folded, given: string | null | undefined): ItemCondition[] {
  if (!given) return [];
  const sought = fold(given);
  // No text holds what stands between texts.
  if (sought.includes(SEPARATOR)) return [condition(column, () => false)];
  return [condition(column, (text) => text.includes(sought))];
}

function oneKeyword(given: string | null | undefined): string | null | undefined {
  if (!given?.includes(',')) return given;
  throw new Refusal(Status.INPUT_ERROR, {
    summary: 'The argument "searchkeywords" takes one keyword, without a comma.',
    argument: 'searchkeywords',
    received: given,
  });
}

function exactly(column: Exact, given: string | null | undefined): ItemCondition[] {
  return given ? [condition(column, (value) => value === given)] : [];
}

type Bound = Date | null | undefined;

/** Both bounds are included (documented); an item without the date, not a number, is in no range (inferred). */
function range(column: 'created' | 'modified' | 'aired', min: Bound, max: Bound): ItemCondition[] {
  if (!min && !max) return [];
  const from = min?.getTime() ?? Number.NEGATIVE_INFINITY;
  // A bound of whole seconds includes the whole second.
  const to = max ? Math.floor(max.getTime() / 1000) * 1000 + 1000 : Number.POSITIVE_INFINITY;
  return [condition(column, (time) => time >= from && time < to)];
}

function categories(given: readonly string[] | null | undefined): ItemCondition[] {
  if (!given) return [];
  return [condition('categories', (ids: ItemColumns['categories']) => ids.some((id) => given.includes(id)))];
}

/** The filters of a request to `item/view`; an item must pass them all. Unset ones (`null`) filter nothing. The slow come last. */
export function itemFilters(given: Given): ItemCondition[] {
  const { archived, item: ids } = given;
  const wanted = ids && new Set(ids);
  return [
    ...(wanted ? [condition('id', (id) => wanted.has(id))] : []),
    // `null`, sent as an empty value, shows both (documented).
    ...(typeof archived === 'boolean' ? [condition('archived', (value) => value === archived)] : []),
    ...range('created', given.mindatecreated, given.maxdatecreated),
    ...range('modified', given.mindatemodified, given.maxdatemodified),
    ...range('aired', given.mindateaired, given.maxdateaired),
    ...exactly('type', given.itemtype),
    ...exactly('user', given.user),
    ...exactly('livestream', given.livestream),
    ...exactly('externalid', given.externalid),
    ...exactly('title', given.title),
    ...exactly('description', given.description),
    ...categories(given.category),
    ...contains('foldedTitle', given.searchtitle),
    ...contains('foldedKeywords', oneKeyword(given.searchkeywords)),
    ...contains('foldedDescription', given.searchdescription),
    ...contains('foldedText', given.searchfulltext),
  ];
}

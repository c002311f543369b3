import { Status } from '@streamone/core';
import type { ItemViewArguments } from '@streamone/core/catalogue';
import { Refusal } from '../../answer/refusal.js';
import type { Item } from '../../state/media-records.js';
import type { ArgumentsRead } from '../action-handler.js';

/** Whether an item belongs into a list. */
export type ItemFilter = (item: Item) => boolean;

type Given = ArgumentsRead<ItemViewArguments>;

/** Search makes no difference between cases (inferred). Accents count. */
function fold(text: string): string {
  return text.toLowerCase();
}

function texts(given: Given): ItemFilter[] {
  const filters: ItemFilter[] = [];
  const { searchtitle, searchdescription, searchfulltext, searchkeywords } = given;
  if (searchtitle) {
    const sought = fold(searchtitle);
    filters.push((item) => fold(item.title).includes(sought));
  }
  if (searchdescription) {
    const sought = fold(searchdescription);
    filters.push((item) => item.description !== null && fold(item.description).includes(sought));
  }
  if (searchfulltext) {
    const sought = fold(searchfulltext);
    // Which texts are searched is not documented: title, description, author and keywords (inferred).
    filters.push(({ title, description, author, keywords }) =>
      [title, description ?? '', author ?? '', ...keywords].some((text) => fold(text).includes(sought)),
    );
  }
  if (searchkeywords) {
    if (searchkeywords.includes(',')) {
      throw new Refusal(Status.INPUT_ERROR, {
        summary: 'The argument "searchkeywords" takes one keyword, without a comma.',
        argument: 'searchkeywords',
        received: searchkeywords,
      });
    }
    const sought = fold(searchkeywords);
    filters.push(({ keywords }) => keywords.some((keyword) => fold(keyword).includes(sought)));
  }
  return filters;
}

function exact(given: Given): ItemFilter[] {
  const filters: ItemFilter[] = [];
  const { title, description, externalid, livestream, user, itemtype } = given;
  if (title) filters.push((item) => item.title === title);
  if (description) filters.push((item) => item.description === description);
  if (externalid) filters.push((item) => item.externalid === externalid);
  if (livestream) filters.push((item) => item.livestream === livestream);
  if (user) filters.push((item) => item.user === user);
  if (itemtype) filters.push((item) => item.type === itemtype);
  return filters;
}

/** Both bounds are included (documented); an item without the date is in no range (inferred). */
function range(
  date: (item: Item) => Date | null,
  min: Date | null | undefined,
  max: Date | null | undefined,
): ItemFilter[] {
  const filters: ItemFilter[] = [];
  if (min) filters.push((item) => (date(item)?.getTime() ?? Number.NaN) >= min.getTime());
  // A bound of whole seconds includes the whole second.
  if (max) filters.push((item) => Math.floor((date(item)?.getTime() ?? Number.NaN) / 1000) * 1000 <= max.getTime());
  return filters;
}

/** The filters of a request to `item/view`; an item must pass them all. Unset ones (`null`) filter nothing. */
export function itemFilters(given: Given): ItemFilter[] {
  const filters: ItemFilter[] = [];
  const { archived, item: ids, category } = given;
  // `null`, sent as an empty value, shows both (documented).
  if (typeof archived === 'boolean') filters.push((item) => item.archived === archived);
  if (ids) {
    const wanted = new Set(ids);
    filters.push(({ id }) => wanted.has(id));
  }
  if (category) filters.push(({ categories }) => category.some((id) => categories.includes(id)));
  filters.push(
    ...exact(given),
    ...range((item) => item.datecreated, given.mindatecreated, given.maxdatecreated),
    ...range((item) => item.datemodified, given.mindatemodified, given.maxdatemodified),
    ...range((item) => item.dateaired, given.mindateaired, given.maxdateaired),
    ...texts(given),
  );
  return filters;
}

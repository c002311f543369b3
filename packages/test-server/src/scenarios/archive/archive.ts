import { Collection } from '../../state/collection.js';
import type { Scenario } from '../scenario.js';
import { studio } from '../studio/studio.js';
import { archiveItems } from './archive-item.js';

const MADE = new Date('2014-01-01T09:00:00Z');

/**
 * The studio, and a third account of its customer with many items: ten years of them, a fifth
 * archived, with titles and keywords that searches hit. That account is the one of the credentials.
 *
 * @param count how many items the account has
 */
export function archive(count: number): Scenario {
  return (state, random) => {
    const credentials = studio(state, random);
    const dates = { datecreated: MADE, datemodified: MADE };
    const { customer } = credentials;
    const account = state.accounts.add({ id: random.id(), name: 'Archive', customer, ...dates }).id;
    const users = [...state.users].filter(({ active }) => active).map(({ id }) => id);
    const categories = Array.from({ length: 8 }, () => random.id());
    const item = archiveItems(count, { account, users, categories }, random);
    const items = [...state.items];
    for (let at = 0; at < count; at++) items.push(item(at));
    // All at once, since they are known to be whole: a start must not take seconds.
    Collection.replaceAll(state.items, items);
    return { ...credentials, account };
  };
}

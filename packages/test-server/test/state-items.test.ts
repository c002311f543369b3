import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Item, type NewRecords, type TestServer, createTestServer } from '../src/index.js';
import { view } from './ask.js';

/** Lists of items, in any order and by any filter, against the plainest way to make them, while items come, change and go. */

const second = Date.parse('2024-03-01T00:00:00Z');
const texts = fc.constantFrom('Aap', 'aap noot', 'NOOT, mies', 'Çelik', 'ÇELIK 5', 'ΣΑΣ', 'İ', '東京', 'a', '%_\\');
const dates = fc
  .oneof(
    fc.integer({ min: 0, max: 8000 }),
    fc.integer({ min: 0, max: 8 }).map((whole) => whole * 1000),
  )
  .map((ms) => new Date(second + ms));
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3 });
const words = fc.constantFrom('sea', 'Sea', 'weather', 'news');

const changes = fc.record(
  {
    title: texts,
    description: orNull(texts),
    author: orNull(texts),
    keywords: fc.array(words, { maxLength: 3 }),
    externalid: orNull(fc.constantFrom('E1', 'e1')),
    type: fc.constantFrom('video', 'audio'),
    categories: fc.uniqueArray(fc.constantFrom('c1', 'c2', 'c3')),
    archived: fc.boolean(),
    datecreated: dates,
    datemodified: dates,
    dateaired: orNull(dates),
  },
  { requiredKeys: [] },
);

type Step =
  | { readonly kind: 'add'; readonly account: number; readonly item: Partial<Item> }
  | { readonly kind: 'update'; readonly at: number; readonly account: number | null; readonly item: Partial<Item> }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'view'; readonly accounts: readonly number[]; readonly args: Readonly<Record<string, string>> };

const wall = fc
  .integer({ min: -1, max: 9 })
  .map((at) => `${new Date(second + at * 1000).toISOString().slice(0, 19).replace('T', ' ')}@UTC`);

const args = fc
  .record(
    {
      archived: fc.constantFrom('', '0', '1'),
      title: texts,
      description: texts,
      externalid: fc.constantFrom('E1', 'e1'),
      itemtype: fc.constantFrom('video', 'audio'),
      category: fc.constantFrom('c1', 'c2,c3'),
      searchtitle: fc.constantFrom('aap', 'NOOT', 'çel', 'σας', 'i̇', '京', '_\\', 'a'),
      searchdescription: fc.constantFrom('AAP', 'i'),
      searchfulltext: fc.constantFrom('a', 'weather', 'Mies', 'sea'),
      searchkeywords: fc.constantFrom('SEA', 'news', 'ther', 'asea', 'rnews'),
      mindatecreated: wall,
      maxdatecreated: wall,
      mindatemodified: wall,
      maxdatemodified: wall,
      mindateaired: wall,
      maxdateaired: wall,
      orderfield: fc.constantFrom('created', 'modified', 'aired', 'title'),
      order: fc.constantFrom('asc', 'desc'),
      limit: fc.constantFrom('0', '1', '3', '100'),
      offset: fc.constantFrom('0', '1', '5', '1000'),
    },
    { requiredKeys: [] },
  )
  // Many filters at once leave nothing to look at.
  .chain((all) => fc.subarray(Object.keys(all), { maxLength: 5 }).map((names) => pickNames(all, names)));

function pickNames(all: object, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('add' as const), account: fc.nat(1), item: changes }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('update' as const),
        at: fc.nat(),
        account: orNull(fc.nat(1)),
        item: changes,
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), at: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reset' as const) }) },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('view' as const),
        accounts: fc.uniqueArray(fc.nat(1), { minLength: 1 }),
        args,
      }),
    },
  ),
  { minLength: 5, maxLength: 60, size: 'max' },
);

const has = (text: string | null, sought: string): boolean =>
  text?.toLowerCase().includes(sought.toLowerCase()) ?? false;

/** Whether an item is in a range whose bounds are whole seconds. */
function within(date: Date | null, min: string | undefined, max: string | undefined): boolean {
  if (min === undefined && max === undefined) return true;
  if (date === null) return false;
  const wallOf = `${new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ')}@UTC`;
  return (min === undefined || wallOf >= min) && (max === undefined || wallOf <= max);
}

function search(sought: string | undefined, ...among: readonly (string | null)[]): boolean {
  return sought === undefined || among.some((text) => has(text, sought));
}

function passes(item: Item, given: Readonly<Record<string, string>>): boolean {
  const exact = (name: 'title' | 'description' | 'externalid', value = given[name]) =>
    value === undefined || item[name] === value;
  const { archived = '0', itemtype = item.type, category } = given;
  return (
    (archived === '' || item.archived === (archived === '1')) &&
    item.type === itemtype &&
    (category === undefined || category.split(',').some((id) => item.categories.includes(id))) &&
    exact('title') &&
    exact('description') &&
    exact('externalid') &&
    search(given['searchtitle'], item.title) &&
    search(given['searchdescription'], item.description) &&
    search(given['searchfulltext'], item.title, item.description, item.author, ...item.keywords) &&
    search(given['searchkeywords'], ...item.keywords) &&
    within(item.datecreated, given['mindatecreated'], given['maxdatecreated']) &&
    within(item.datemodified, given['mindatemodified'], given['maxdatemodified']) &&
    within(item.dateaired, given['mindateaired'], given['maxdateaired'])
  );
}

const keys: Readonly<Record<string, (item: Item) => number | string>> = {
  created: ({ datecreated }) => datecreated.getTime(),
  modified: ({ datemodified }) => datemodified.getTime(),
  aired: ({ dateaired }) => dateaired?.getTime() ?? Number.NEGATIVE_INFINITY,
  title: ({ title }) => title,
};

/** The IDs of a page, and how many there are, made the slow way. */
function expected(items: Iterable<Item>, accounts: readonly string[], given: Readonly<Record<string, string>>) {
  const { orderfield = 'created', order = 'asc', limit = '20', offset = '0' } = given;
  const key = keys[orderfield];
  if (key === undefined) throw new Error('an unknown order');
  const list = [...items].filter((item) => accounts.includes(item.account) && passes(item, given));
  list.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left !== right) return left < right ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
  if (order === 'desc') list.reverse();
  const ids = list.slice(Number(offset), Number(offset) + Number(limit)).map(({ id }) => id);
  return { ids, count: list.length };
}

function run(server: TestServer, accounts: readonly string[], step: Exclude<Step, { kind: 'view' | 'reset' }>): void {
  const { items } = server.state;
  const at = step.kind === 'add' ? undefined : [...items][step.at % Math.max(1, items.size)];
  if (step.kind === 'add') {
    const given: NewRecords['items'] = { ...step.item, account: accounts[step.account] ?? '' };
    items.add(given);
  } else if (at !== undefined && step.kind === 'remove') items.remove(at.id);
  else if (at !== undefined && step.kind === 'update') {
    const { item, account } = step;
    items.update(at.id, { ...item, ...(account !== null && { account: accounts[account] ?? '' }) });
  }
}

test('lists are those of the plainest way', async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (given) => {
      const server = createTestServer({ scenario: 'empty' });
      const { account, customer } = server.credentials;
      const accounts = [account, server.state.accounts.add({ name: 'Other', customer }).id];
      const start = server.snapshot();
      for (const step of given) {
        if (step.kind === 'reset') server.restore(start);
        else if (step.kind === 'view') {
          const asked = step.accounts.map((index) => accounts[index] ?? '');
          const { header, body } = await view(server, step.args, { account: asked.join(',') });
          const found = { ids: body.map(({ id }) => id), count: header.count };
          expect(found).toEqual(expected(server.state.items, asked, step.args));
          shown += found.ids.length;
        } else run(server, accounts, step);
      }
    }),
    { numRuns: 80 },
  );
  // So that it is not all about empty lists.
  expect(shown).toBeGreaterThan(200);
});

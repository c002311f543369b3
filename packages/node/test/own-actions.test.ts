import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal, type TestServer, handler, pageOf, readPage, startTestServer } from '@streamone/test-server';
import { arrayOf, createClient, dateTime, defineAction, hash, object, text, user } from '../src/index.js';

// A user's own action: declared once, alive in the test server and typed in the client.

interface Category {
  readonly id: string;
  readonly title: string;
  readonly datecreated: Date;
}

const categoryView = defineAction({
  command: 'category',
  action: 'view',
  needs: 'accounts',
  token: 'item-read',
  errors: [210],
  readOnly: true,
  paged: true,
  arguments: { category: arrayOf(hash()), searchtitle: text() },
  output: arrayOf(object<Category>('Category', { id: hash(), title: text(), datecreated: dateTime() })),
});

const categories = Array.from({ length: 45 }, (_, index) => ({
  id: `category${index}`,
  title: index % 2 === 0 ? `News ${index}` : `Sport ${index}`,
  datecreated: '2015-09-28 09:00:02',
}));

const answerCategoryView = handler(categoryView, ({ arguments: given, state }) => {
  const { category, searchtitle } = given;
  const unknown = category?.find((id) => !categories.some((each) => each.id === id));
  if (unknown !== undefined) throw new Refusal(210, { summary: `There is no category "${unknown}".` });
  const found = categories.filter(({ title }) => title.includes(searchtitle ?? ''));
  return pageOf(found, readPage(given, state), (each) => each);
});

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ actions: [answerCategoryView] });
});
afterAll(() => server.close());

const client = (who: { id: string; psk: string }) =>
  createClient({ url: server.url, auth: user(who), account: server.credentials.account, commands: [categoryView] });

describe("a user's own action", () => {
  it('is answered, paged and decoded like any other', async () => {
    const s1 = client(server.credentials.user);
    const first = await s1.category.view({ searchtitle: 'News', limit: 10 });
    expect([first.length, first.total]).toEqual([10, 23]);
    expect(first[0]?.datecreated).toEqual(new Date('2015-09-28T07:00:02Z'));
    const all = await s1.category.view({ limit: 10 }).all();
    expect(all.map(({ id }) => id)).toEqual(categories.map(({ id }) => id));
    await s1.close();
  });

  it('is checked: arguments, rights, its own errors', async () => {
    const s1 = client(server.credentials.user);
    await expect(s1.category.view({ category: ['nosuch'] })).rejects.toMatchObject({
      name: 'NotFoundError',
      statusName: 'CATEGORY_NOT_FOUND',
    });
    await expect(s1.call('category/view', { colour: 'red' })).rejects.toMatchObject({ status: 6 });
    await expect(s1.with({ account: 'elsewhere' }).category.view()).rejects.toMatchObject({ status: 290 });
    expect(server.journal.entries().map((entry) => entry.explanation?.summary)).toContain(
      'There is no category "nosuch".',
    );
    await s1.close();
  });
});

import { expect } from 'vitest';
import type { TestServer } from '../../src/index.js';
import type { Envelope } from '../ask.js';

/** What a client of another make found: the same story for each of them. */
export interface Story {
  readonly application: Envelope<unknown[]>;
  readonly wrong: Envelope<null>;
  readonly created: Envelope<{ readonly id: string; readonly key: string; readonly user: string }>;
  readonly viewme: Envelope<{ readonly username: string }>;
  readonly roles: Envelope<{ readonly role: { readonly tokens: string[] } }[]>;
  readonly tokens: Envelope<string[]>;
  readonly tokensOfBoth: Envelope<string[]>;
  readonly items: readonly string[];
  readonly item: Envelope<{ readonly id: string; readonly title: string; readonly dateaired: string }>;
  readonly deleted: Envelope<null>;
  readonly dead: Envelope<null>;
  /** How many items the user found with their own key in their default account. */
  readonly byUser: number;
}

/** The accounts of the story: the studio's two. */
export function studioAccounts({ state, credentials }: TestServer): readonly [string, string] {
  const own = [...state.accounts].filter(({ customer }) => customer === credentials.customer).map(({ id }) => id);
  const [first = '', second = ''] = own;
  return [first, second];
}

/** Checks that the story went as it should, from login through permissions and paging to logout. */
export function expectStory(server: TestServer, story: Story, title: string): void {
  const { credentials, state } = server;
  const itemsIn = (accounts: readonly string[]) => [...state.items].filter(({ account }) => accounts.includes(account));
  const made = story.item.body.id;
  expect(story.application).toMatchObject({ header: { status: 0 }, body: [{ role: { name: 'Website' } }, {}, {}] });
  expect(story.wrong).toMatchObject({ header: { status: 281 }, body: null });
  expect(story.created).toMatchObject({ header: { status: 0 }, body: { user: credentials.user.id, timeout: 3600 } });
  expect(story.viewme).toMatchObject({ header: { status: 0, sessiontimeout: 3600 }, body: { username: 'editor' } });
  expect(story.roles.header.status).toBe(0);
  expect(story.tokens.body).toEqual(expect.arrayContaining(['item-read', 'item-write', 'role-read']) as string[]);
  expect(story.tokens.body).not.toContain('session-create');
  expect(story.tokensOfBoth.body.toSorted()).toEqual(story.tokens.body.toSorted());
  const expected = itemsIn(studioAccounts(server)).filter(({ id }) => id !== made);
  expect(story.items).toHaveLength(40);
  expect(story.items.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
  expect(story.item).toMatchObject({
    header: { status: 0, sessiontimeout: 3600 },
    body: { title, dateaired: '2014-01-01 01:00:00' },
  });
  expect(story.deleted).toMatchObject({ header: { status: 0 } });
  expect(story.dead).toMatchObject({ header: { status: 282 } });
  expect(story.byUser).toBe(itemsIn([credentials.account]).length);
  expect(server.journal.entries({ status: 3 })).toEqual([]);
}

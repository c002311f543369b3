import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '@streamone/test-server';
import {
  arrayOf,
  createClient,
  dateTime,
  defineAction,
  duration,
  hash,
  keywords,
  label,
  nullable,
  object,
  text,
  url,
  user,
} from '../src/index.js';
import { categories, categoryCommand } from './own-resource-example.js';

interface Show {
  readonly id: string;
  readonly title: string;
  readonly genre: string;
  readonly tags: string[];
  readonly length: number;
  readonly homepage: string | null;
  readonly datecreated: Date;
}

const showView = defineAction({
  command: 'show',
  action: 'view',
  needs: 'accounts',
  readOnly: true,
  paged: true,
  arguments: { show: arrayOf(hash()), genre: label('drama', 'news'), searchtitle: text() },
  output: arrayOf(
    object<Show>('Show', {
      id: hash(),
      title: text(),
      genre: label('drama', 'news'),
      tags: keywords(),
      length: duration(),
      homepage: nullable(url()),
      datecreated: dateTime(),
    }),
  ),
});

let server: TestServer;

beforeEach(async () => {
  server = await startTestServer({ actions: [categories, showView] });
});
afterEach(() => server.close());

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const client = () =>
  createClient({
    url: server.url,
    auth: user(server.credentials.user),
    account: server.credentials.account,
    commands: [categoryCommand, showView],
    strict: true,
  });

describe('a resource of ten lines', () => {
  it('is viewed, made, changed and deleted', async () => {
    const s1 = client();
    const { id, name } = await s1.category.create({ name: 'Weather' });
    expect(name).toBe('Weather');
    const first = await s1.category.view({ limit: 2 });
    expect([first.total, first.map((row) => row.name)]).toEqual([3, ['News', 'Sport']]);
    const names = (await s1.category.view({ limit: 2 }).all()).map((row) => row.name);
    expect(names).toEqual(['News', 'Sport', 'Weather']);
    expect(await s1.category.edit({ category: id, name: 'Forecast' })).toEqual({ id, name: 'Forecast' });
    expect(categories.rows(server).get(id)?.name).toBe('Forecast');
    expect(await s1.category.delete({ category: id })).toBeNull();
    await expect(s1.category.delete({ category: id })).rejects.toMatchObject({
      name: 'NotFoundError',
      statusName: 'CATEGORY_NOT_FOUND',
    });
    await expect(s1.call('category/edit', { name: 'x' })).rejects.toMatchObject({ status: 6 });
    await s1.close();
  });

  it('is what the README shows', () => {
    const example = read('./own-resource-example.ts')
      .replace(/^[\s\S]*?together\.\s+/, '')
      .replaceAll('export ', '')
      .trim();
    expect(example.split('\n')).toHaveLength(10);
    expect(read('../../test-server/README.md')).toContain(example);
  });
});

describe('an action that is declared and has no handler', () => {
  it('gives rows that a strict client takes, page by page, the same by ID', async () => {
    const s1 = client();
    const shows = await s1.show.view({ limit: 10 }).all();
    expect(new Set(shows.map(({ id }) => id)).size).toBe(57);
    const [show] = shows;
    expect(show).toMatchObject({ datecreated: expect.any(Date), length: expect.any(Number) });
    expect(await s1.show.view({ show: [show?.id ?? ''] })).toEqual([show]);
    const [news] = await s1.show.view({ genre: 'news', searchtitle: 'tonight', limit: 1 });
    expect(news).toMatchObject({ genre: 'news', title: expect.stringMatching(/tonight/i) });
    expect(server.journal.entries({ command: 'show' }).every(({ generated }) => generated)).toBe(true);
    await s1.close();
  });
});

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { statusTable } from '../statuses/index.js';
import {
  type CatalogueKey,
  type Item,
  type Me,
  allCommands,
  catalogue,
  descriptions,
  itemView,
  userViewme,
} from './index.js';

const entries = Object.entries(catalogue).flatMap(([key, entry]) => (entry === undefined ? [] : [{ key, entry }]));

test('what there is today', () => {
  const known = {
    api: ['info', 'mytokens'],
    application: ['view', 'edit', 'getmyroles', 'getroles'],
    item: ['view', 'create'],
    livestream: ['view'],
    metadatakey: ['create'],
    playlist: ['view', 'create', 'edit', 'delete', 'addentry', 'editentry', 'removeentry'],
    recordschedule: ['create', 'edit'],
    role: ['view'],
    securityprofile: ['view', 'create', 'edit', 'delete', 'addrule', 'editrule', 'removerule'],
    session: ['initialize', 'create', 'delete'],
    uploadtoken: ['create'],
    user: ['viewme', 'getmyroles', 'getroles', 'view', 'viewbasic', 'create', 'linkssotoken', 'clearssotoken'],
  };
  const keys = Object.entries(known).flatMap(([command, actions]) => actions.map((action) => `${command}/${action}`));
  expect(Object.keys(catalogue)).toEqual(keys);
  expect(Object.isFrozen(catalogue)).toBe(true);
  expect(allCommands.map(({ command }) => command)).toEqual(Object.keys(known));
  expectTypeOf<'session/create' | 'playlist/addentry'>().toExtend<CatalogueKey>();
  expectTypeOf<'category/view'>().not.toExtend<CatalogueKey>();
  expect(catalogue['category/view']).toBeUndefined();
});

describe.each(entries)('$key', ({ key, entry }) => {
  test('is told in words, and every fact has its mark', () => {
    expect(key).toBe(`${entry.command}/${entry.action}`);
    const mark = expect.stringMatching(/^(documented|observed|inferred)$/) as string;
    expect(entry.description).toMatch(/\.$/);
    expect(entry.evidence).toEqual(mark);
    for (const told of Object.values(entry.facts)) expect(told).toEqual(mark);
    const arguments_ = Object.entries(entry.arguments);
    expect(Object.keys(descriptions.actions[key]?.arguments ?? {}).toSorted()).toEqual(
      arguments_.map(([name]) => name).toSorted(),
    );
    for (const [name, argument] of arguments_) {
      expect(name).toMatch(/^[a-z0-9]+$/);
      expect(argument.description, name).not.toBe('');
      expect(argument.evidence, name).toEqual(mark);
    }
  });

  test('its defaults are of their types, its errors in the table', () => {
    for (const { type, default: initially } of Object.values(entry.arguments)) {
      if (initially !== undefined) expect(() => type.encode(initially)).not.toThrow();
    }
    const codes = statusTable.map(([code]) => code as number);
    for (const error of entry.errors) expect(codes).toContain(error);
  });
});

test('item/view, as catalogue.md has it', () => {
  const { arguments: inputs, output: _output, ...rest } = catalogue['item/view'];
  expect(rest).toEqual({
    command: 'item',
    action: 'view',
    openArguments: false,
    needs: 'accounts',
    actors: ['user', 'application', 'session'],
    token: 'item-read',
    errors: [],
    readOnly: true,
    paged: true,
    description: 'Lists items of one or more accounts.',
    evidence: 'documented',
    facts: { output: 'observed' },
  });
  const told = Object.entries(inputs).map(([name, { type, required, default: initially, evidence }]) =>
    [name, type.name, required ? 'req' : '', JSON.stringify(initially ?? '').replaceAll('"', ''), evidence.charAt(0)]
      .join(' ')
      .replaceAll(/ +/g, ' '),
  );
  expect(told).toEqual([
    'item Array of Hash d',
    'category Array of Hash d',
    'searchtitle String d',
    'searchdescription String d',
    'searchfulltext String d',
    'searchkeywords String d',
    'title String d',
    'description String d',
    'externalid String d',
    'mindatecreated DateTime d',
    'maxdatecreated DateTime d',
    'mindatemodified DateTime d',
    'maxdatemodified DateTime d',
    'mindateaired DateTime d',
    'maxdateaired DateTime d',
    'archived Boolean false d',
    'showfiles Boolean false d',
    'livestream Hash d',
    'user Hash d',
    'itemtype Label o',
    'orderfield Label o',
    'order Label asc o',
    'limit Integer 20 d',
    'offset Integer 0 d',
  ]);
});

test('item/create and user/viewme', () => {
  expect(catalogue['item/create']).toMatchObject({ needs: 'account', token: undefined, readOnly: false, paged: false });
  expect(Object.keys(catalogue['item/create'].arguments)).toHaveLength(14);
  expect(catalogue['user/viewme']).toMatchObject({
    actors: ['user', 'session'],
    needs: 'nothing',
    evidence: 'observed',
  });
  expect(catalogue['api/info'].output.decode({ any: 'thing' })).toEqual({ any: 'thing' });
});

test('an answer of item/view is read', () => {
  const row = {
    id: 'vMD_9k1SmkS5',
    title: 'Nieuws',
    type: 'hologram',
    description: null,
    duration: '0:01:30.5',
    datecreated: '2015-09-28 09:00:02',
    dateaired: null,
    views: 3,
    keywords: ['a'],
    selectedthumbnailurl: null,
    medialink: { hls: 'https://media.test/x.m3u8', dash: 'new' },
    account: { id: 'Mn9mdVb-02mA', name: 'A' },
  };
  const [read] = itemView.output.decode([row], { timezone: 'Europe/Amsterdam' });
  expectTypeOf(read).toEqualTypeOf<Item | undefined>();
  expect(read).toEqual({ ...row, duration: 90.5, datecreated: new Date('2015-09-28T07:00:02Z') });
});

test('the captured answer of user/viewme is read', () => {
  const body = {
    id: 'USER',
    username: 'user',
    active: true,
    datecreated: '2015-09-28 09:05:57',
    datemodified: '2016-01-15 09:24:41',
    email: 'user@streamone.test',
    sessionsenabled: true,
    timezone: 'Europe/Amsterdam',
    mobilephone: '',
    address: '',
    zipcode: '',
    city: '',
    firstname: '',
    lastname: '',
  };
  const read = userViewme.output.decode(body, { timezone: 'Europe/Amsterdam' });
  expectTypeOf(read).toEqualTypeOf<Me>();
  expect(read).toEqual({
    ...body,
    datecreated: new Date('2015-09-28T07:05:57Z'),
    datemodified: new Date('2016-01-15T08:24:41Z'),
  });
});

test('descriptions.generated.ts is up to date', () => {
  const script = fileURLToPath(new URL('../../scripts/extract-descriptions.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

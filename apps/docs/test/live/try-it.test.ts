import { catalogue } from '@streamone/core/catalogue';
import { beforeEach, describe, expect, test } from 'vitest';
import { callCode } from '../../live/try-it/call-code.ts';
import { argumentsOf, entryOf, fieldsOf } from '../../live/try-it/fields-of.ts';
import { liveServer } from '../../live/try-it/live-server.ts';
import { endLiveSession, liveSession } from '../../live/try-it/live-session.ts';
import type { Misfortune } from '../../live/try-it/misfortune.ts';
import { prepareExample } from '../../live/try-it/prepare-example.ts';
import { refusedName } from '../../live/try-it/refused-name.ts';
import { resultTable } from '../../live/try-it/result-table.ts';
import { runCall } from '../../live/try-it/run-call.ts';

beforeEach(() => {
  liveServer.reset();
  endLiveSession();
});

function run(key: string, args: Readonly<Record<string, unknown>> = {}, misfortune: Misfortune = 'nothing') {
  return runCall({ key, actor: 'user', misfortune, arguments: args });
}

test.each(Object.keys(catalogue))('the form of %s, as it is filled at first, is answered', async (key) => {
  const { actor, arguments: given } = await prepareExample(key);
  const fields = fieldsOf(entryOf(key), given);
  const outcome = await runCall({ key, actor, misfortune: 'nothing', arguments: argumentsOf(fields) });
  expect(outcome.error).toBeUndefined();
  expect(outcome.sent).toHaveLength(1);
});

describe('what goes wrong', () => {
  test('a wrong key is told with its class, its status and its explanation', async () => {
    const { error, sent } = await run('item/view', {}, 'wrong-key');
    expect(error).toMatchObject({ name: 'AuthenticationError', status: 3, statusName: 'AUTHENTICATION_FAILED' });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.entry?.explanation?.summary).toMatch(/key/);
    expect(JSON.stringify(error)).not.toContain(liveServer.credentials.user.psk);
  });

  test('a clock that is behind is mended by the client, a server that is away is asked again', async () => {
    const late = await run('item/view', { limit: 1 }, 'clock-behind');
    expect(late.error).toBeUndefined();
    expect(late.sent.map(({ entry }) => entry?.status)).toEqual([2, 0]);
    const away = await run('item/view', { limit: 1 }, 'unavailable-twice');
    expect(away.sent.map(({ entry }) => entry?.httpStatus)).toEqual([503, 503, 200]);
  });

  test('no answer is an error too, and is over with the call', async () => {
    expect((await run('item/create', { title: 'x' }, 'html')).error?.name).toBe('MalformedResponseError');
    expect((await run('item/create', { title: 'x' })).error).toBeUndefined();
  });

  test("what can't be sent is refused before", async () => {
    const { error, sent } = await run('item/view', { limit: 'many' });
    expect(error).toMatchObject({ name: 'InvalidArgumentError', status: undefined });
    expect(error?.message).toContain('limit');
    expect(sent).toHaveLength(0);
  });
});

test('one session serves every call in it, and another is begun when it is over', async () => {
  const first = await liveSession();
  const call = { key: 'user/viewme', actor: 'session', misfortune: 'nothing', arguments: {} } as const;
  expect((await runCall(call)).sent[0]?.url).toContain(`&session=${first.id}&`);
  await runCall({ ...call, key: 'session/delete' });
  const after = await runCall(call);
  expect(after.error).toBeUndefined();
  expect(after.sent[0]?.url).not.toContain(first.id);
  liveServer.clock.advance(7200);
  expect((await runCall(call)).error?.name).toBe('SessionError');
  expect((await runCall(call)).error).toBeUndefined();
});

describe('the form', () => {
  test('gives what was typed as the types ask for, null where it unsets, nothing where nothing was typed', () => {
    const fields = fieldsOf(entryOf('item/view'), { item: ['a', 'b'], archived: null, limit: 5, order: 'asc' });
    expect(argumentsOf(fields)).toEqual({ item: ['a', 'b'], archived: null, limit: 5, order: 'asc' });
    const limit = fields.find(({ name }) => name === 'limit');
    if (limit === undefined) throw new Error('there is no limit');
    limit.state.text = 'many';
    expect(argumentsOf(fields)['limit']).toBe('many');
    limit.state.text = '';
    expect(argumentsOf(fields)).not.toHaveProperty('limit');
  });

  test('takes a moment as ISO 8601 writes it, and a wall clock', async () => {
    const fields = fieldsOf(entryOf('item/view'), { mindatecreated: new Date('2021-01-01T00:00:00Z') });
    const moment = fields.find(({ name }) => name === 'mindatecreated');
    if (moment === undefined) throw new Error('there is no mindatecreated');
    for (const [text, date] of [
      ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
      [' 2020-01-01T01:30:00.5+01:00', '2020-01-01T00:30:00.500Z'],
    ] as const) {
      moment.state.text = text;
      const given = argumentsOf(fields);
      expect(given['mindatecreated']).toEqual(new Date(date));
      expect(callCode('item/view', 'user', given)).toContain(`mindatecreated: new Date('${date}')`);
      expect((await run('item/view', given)).error).toBeUndefined();
    }
    for (const text of [
      '2020-01-01 00:00:00@UTC',
      '2020-01-01',
      '2020-13-01T00:00:00Z',
      '2020-02-30T00:00:00Z',
      '2020-01-01T00:00:00',
    ]) {
      moment.state.text = text;
      expect(argumentsOf(fields)['mindatecreated']).toBe(text);
    }
  });

  test('tells why a name is not taken', () => {
    const fields = [{ name: 'limit' }];
    expect(['bad name&', 'a.b', '', 'limit', 'title', 'x_1'].map((name) => refusedName(name, fields))).toEqual([
      expect.stringContaining('letters, digits'),
      expect.stringContaining('letters, digits'),
      expect.stringContaining('Give its name'),
      'There is a field for limit already.',
      '',
      '',
    ]);
  });

  test('is shown as the call that one writes', () => {
    const args = { title: `it's "so"\n`, keywords: ['a', 'b'], archived: false, limit: 5, 'x-y': null };
    expect(callCode('item/create', 'user', args).split('\n').slice(1)).toEqual([
      'const answer = await s1.item.create({',
      String.raw`  title: 'it\'s "so"\n',`,
      `  keywords: ['a', 'b'],`,
      '  archived: false,',
      '  limit: 5,',
      `  'x-y': null,`,
      '});',
    ]);
    expect(callCode('session/delete', 'session', {})).toMatch(/await person\.session\.delete\(\);$/);
  });

  test('shows a list as a table, and nothing else', () => {
    const rows = [
      { id: 'a', at: new Date(0), account: { id: 'x' } },
      { id: 'b', keywords: ['c'], none: null },
    ];
    expect(resultTable(rows)).toEqual({
      columns: ['id', 'at', 'keywords', 'none'],
      rows: [
        ['a', '1970-01-01T00:00:00Z', '', ''],
        ['b', '', '["c"]', ''],
      ],
    });
    for (const other of [[], ['a'], { id: 'a' }, null, undefined]) expect(resultTable(other)).toBeUndefined();
  });
});

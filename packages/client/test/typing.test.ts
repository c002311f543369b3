// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { type Call, type PagedCall, type ReportedMismatch, createClient } from '@streamone/client';
import { arrayOf, dateTime, hash, integer, object, text } from '@streamone/core';
import { type ApiInfo, type Item, type Me, defineAction, itemCommand } from '@streamone/core/catalogue';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { refusal, startScriptedServer, success } from './scripted-server.ts';
import { clientOf, credentials, errorOf } from './test-client.ts';

interface Widget {
  readonly id: string;
  readonly made: Date;
}

const widget = object<Widget>('Widget', { id: hash(), made: dateTime() });
const widgetView = defineAction({
  command: 'widget',
  action: 'view',
  arguments: { size: integer({ min: 1 }), limit: integer(), offset: integer() },
  output: arrayOf(widget),
  readOnly: true,
  paged: true,
});
const widgetEdit = defineAction({
  command: 'widget',
  action: 'edit',
  arguments: { widget: { type: hash(), required: true }, name: text() },
  output: widget,
});
const own = [itemCommand, widgetView, widgetEdit] as const;

describe('types', () => {
  test('of methods come from the catalogue', () => {
    const s1 = clientOf('localhost:1');
    expectTypeOf(s1.item.view).returns.toEqualTypeOf<PagedCall<Item>>();
    expectTypeOf(s1.item.create).returns.toEqualTypeOf<Call<Item>>();
    expectTypeOf(s1.user.viewme).returns.toEqualTypeOf<Call<Me>>();
    expectTypeOf(s1.api.info).returns.toEqualTypeOf<Call<ApiInfo>>();
    expectTypeOf(s1.with({ account: 'a' })).toEqualTypeOf(s1);
    expectTypeOf(() => s1.call('a/b')).returns.toEqualTypeOf<Call<unknown>>();
    expectTypeOf(() => s1.call<string>('a/b', {}, { read: true })).returns.toEqualTypeOf<Call<string>>();
    expectTypeOf(() => s1.call<string>('a/b', {}, { paged: true })).returns.toEqualTypeOf<PagedCall<string>>();
    // @ts-expect-error -- misspelt
    void (() => s1.item.view({ searchtitel: 'x' }));
    // @ts-expect-error -- of another type
    void (() => s1.item.view({ limit: '5' }));
    // @ts-expect-error -- no such option
    void (() => s1.item.view({}, { retries: 1 }));
    // @ts-expect-error -- no such action
    void (() => s1.item.paint());
    // @ts-expect-error -- a derived client has the address of the first
    void (() => s1.with({ url: 'https://x' }));
    // @ts-expect-error -- not given to this client
    void (() => s1.widget);
    // @ts-expect-error -- without credentials
    void (() => createClient({}));
  });

  test("of one's own actions", async () => {
    await using server = await startScriptedServer([
      success([{ id: 'w1', made: '2026-01-01 12:00:00' }], { count: 1 }),
    ]);
    const s1 = createClient({ auth: credentials, url: server.url, commands: own });
    expectTypeOf(s1.widget.view).returns.toEqualTypeOf<PagedCall<Widget>>();
    expectTypeOf(s1.widget.edit).returns.toEqualTypeOf<Call<Widget>>();
    expectTypeOf(s1.with({}).widget.edit).returns.toEqualTypeOf<Call<Widget>>();
    // @ts-expect-error -- it can't do without the widget
    void (() => s1.widget.edit());
    // @ts-expect-error -- it can't do without the widget
    void (() => s1.widget.edit({ name: 'x' }));
    const page = await s1.widget.view({ size: 3 });
    expect(page).toEqual([{ id: 'w1', made: new Date('2026-01-01T12:00:00Z') }]);
    expect(page.total).toBe(1);
    expect(await s1.call('widget/view', { size: 3 })).toEqual(page);
  });
});

describe('arguments', () => {
  test.for<[name: string, use: (s1: ReturnType<typeof clientOf>) => PromiseLike<unknown>, body: string]>([
    ['none', (s1) => s1.item.view(), ''],
    [
      'undefined is not sent, null unsets',
      (s1) => s1.item.view({ searchtitle: undefined, archived: null }),
      'archived=',
    ],
    [
      'a Date goes out at UTC',
      (s1) => s1.item.view({ mindatecreated: new Date('2026-01-02T03:04:05.678Z') }),
      'mindatecreated=2026-01-02+03%3A04%3A05%40UTC',
    ],
    [
      'a date as text passes as it is',
      (s1) => s1.item.view({ mindatecreated: '2026-01-02 03:04:05' }),
      'mindatecreated=2026-01-02+03%3A04%3A05',
    ],
    ['a boolean', (s1) => s1.item.create({ archived: false, protected: true }), 'archived=0&protected=1'],
    ['a list', (s1) => s1.item.view({ item: ['a-1', 'b_2'] }), 'item=a-1%2Cb_2'],
    [
      'one that is not declared, by call',
      (s1) => s1.call('item/view', { newfilter: 'x', limit: 3 }),
      'newfilter=x&limit=3',
    ],
    [
      'of an action that is not declared',
      (s1) => s1.call('a/b', { n: 1.5, d: new Date(0), l: [1, 'x'], u: undefined, z: null }),
      'n=1.5&d=1970-01-01+00%3A00%3A00%40UTC&l=1%2Cx&z=',
    ],
  ])('%s', async ([, use, body]) => {
    await using server = await startScriptedServer([success()]);
    await use(clientOf(server.url));
    expect(server.requests.map((request) => request.body)).toEqual([body]);
    expect(server.requests[0]?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    });
  });

  test.for<
    [
      name: string,
      use: (s1: ReturnType<typeof clientOf>) => PromiseLike<unknown>,
      argument: string | undefined,
      message: RegExp,
    ]
  >([
    [
      'one that is not declared',
      (s1) => s1.item.view({ searchtitel: 'x' } as never),
      'searchtitel',
      /^item\/view: searchtitel: expected arguments named item, .*call\('item\/view', …\)/,
    ],
    ['one where there are none', (s1) => s1.api.info({ x: 1 }), 'x', /expected no arguments/],
    [
      'of the wrong type',
      (s1) => s1.item.view({ limit: 'ten' as never }),
      'limit',
      /limit: expected a whole number.*given "ten"/,
    ],
    [
      'of the wrong type, by call',
      (s1) => s1.call('item/view', { limit: -1 }),
      'limit',
      /whole number of at least 0, given -1/,
    ],
    [
      'a comma in an element',
      (s1) => s1.item.view({ item: ['a', 'b,c'] }),
      'item[1]',
      /item\[1\]: expected .*given "b,c"/,
    ],
    ['an empty list', (s1) => s1.item.view({ item: [] }), 'item', /item: expected/],
    [
      'an invalid Date',
      (s1) => s1.item.view({ mindatecreated: new Date(Number.NaN) }),
      'mindatecreated',
      /given an invalid Date/,
    ],
    ['a name that PHP would rename', (s1) => s1.call('a/b', { 'x.y': 1 }), undefined, /argument name .*given "x\.y"/],
    ['what has no form', (s1) => s1.call('a/b', { x: { y: 1 } }), 'x', /given an object/],
    ['a number that is none', (s1) => s1.call('a/b', { x: Number.NaN }), 'x', /finite/],
  ])('%s is refused before anything is sent', async ([, use, argument, message]) => {
    await using server = await startScriptedServer([success()]);
    const error = await errorOf(use(clientOf(server.url)));
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument, attempts: 0 });
    expect(error['requestId']).toMatch(/-1$/);
    expect(error.message).toMatch(message);
    expect(server.requests).toHaveLength(0);
  });

  test.for([{}, { widget: null }, { widget: undefined }])('a required one: %o is refused', async (args) => {
    const s1 = createClient({ auth: credentials, url: 'localhost:1', commands: own });
    expect((await errorOf(s1.widget.edit(args as never))).message).toMatch(/^widget\/edit: widget: expected/);
  });
});

describe('responses', () => {
  const row = { id: 'abc', title: 'x', datecreated: '2026-07-01 12:00:00' };

  test('have dates by the zone that the header names', async () => {
    await using server = await startScriptedServer([
      success([row], { timezone: 'Europe/Amsterdam' }),
      success([row], { timezone: 'UTC' }),
    ]);
    const s1 = clientOf(server.url, { timezone: 'Asia/Tokyo' });
    const [amsterdam] = await s1.item.view();
    expect(amsterdam?.datecreated).toEqual(new Date('2026-07-01T10:00:00Z'));
    const [utc] = await s1.item.view();
    expect(utc?.datecreated).toEqual(new Date('2026-07-01T12:00:00Z'));
  });

  const odd = { ...row, datecreated: '0000-00-00 00:00:00', title: 7, news: { deep: 1 } };

  test('that contradict the catalogue are left as they are and reported', async () => {
    await using server = await startScriptedServer([success([row, odd], { count: 2 })]);
    const reported: ReportedMismatch[] = [];
    const page = await clientOf(server.url, { onMismatch: (mismatch) => reported.push(mismatch) }).item.view();
    expect(page[1]).toEqual(odd);
    expect(page.total).toBe(2);
    expect(new Set(reported.map(({ path }) => path))).toEqual(new Set(['[1].datecreated', '[1].title']));
    for (const mismatch of reported) expect(mismatch).toMatchObject({ command: 'item', action: 'view' });
    expect(reported[0]?.requestId).toMatch(/-1$/);
  });

  test('may be listened to by one that throws', async () => {
    await using server = await startScriptedServer([success([odd])]);
    const onMismatch = (): never => {
      throw new Error('listener');
    };
    expect(await clientOf(server.url, { onMismatch }).item.view()).toEqual([odd]);
  });

  test('are errors where one is strict', async () => {
    await using server = await startScriptedServer([success([odd])]);
    const error = await errorOf(clientOf(server.url, { strict: true }).item.view());
    expect(error).toMatchObject({ name: 'MismatchError', command: 'item', action: 'view', attempts: 1 });
    expect(error.message).toContain('[0].');
    const lenient = clientOf(server.url, { strict: true }).with({ strict: false });
    expect(await lenient.item.view()).toEqual([odd]);
  });

  test('have all that came with them', async () => {
    const headers: [string, string][] = [
      ['X-One', 'a'],
      ['X-One', 'b'],
    ];
    await using server = await startScriptedServer([success([row], { count: 1, future: 'x' }, { headers })]);
    const { header, http, attempts, cached, requestId } = await clientOf(server.url).item.view().response();
    expect(header).toMatchObject({ status: 0, count: 1, future: 'x' });
    expect(http.status).toBe(200);
    expect(http.headers.get('x-one')).toBe('a, b');
    expect({ attempts, cached }).toEqual({ attempts: 1, cached: false });
    expect(requestId).toMatch(/^\w+-1$/);
  });

  test('that refuse hold what was sent', async () => {
    await using server = await startScriptedServer([refusal(120, 'Item not found')]);
    const error = await errorOf(clientOf(server.url).item.view());
    expect(error).toMatchObject({
      name: 'NotFoundError',
      status: 120,
      statusName: 'ITEM_NOT_FOUND',
      kind: 'not-found',
      httpStatus: 200,
      body: null,
    });
    expect(error['header']).toEqual({ status: 120, statusmessage: 'Item not found' });
    expect(error.message).toBe('item/view: status 120 ITEM_NOT_FOUND: Item not found');
  });
});

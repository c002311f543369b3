import { beforeEach, describe, expect, test } from 'vitest';
import { type TestServer, createTestServer, startTestServer } from '../src/index.js';
import { type Envelope, type PartialWish, ask } from './ask.js';

type Fields = Readonly<Record<string, unknown>>;

let server: TestServer;
beforeEach(() => {
  server = createTestServer();
  server.clock.set(new Date('2026-03-01T12:00:00Z'));
  server.clock.freeze();
});

function call<Body = Fields>(path: string, args: Record<string, string> = {}, wish: PartialWish = {}) {
  return ask<Body>(server, { path: `/api/${path}`, account: server.credentials.account, args, ...wish });
}

const titles = ({ body }: Envelope<Fields[]>) => body.map(({ title }) => title);

describe('livestream/view', () => {
  test('rows, filter, order, pages', async () => {
    const { header, body } = await call<Fields[]>('livestream/view', { orderfield: 'name' });
    expect(header.count).toBe(3);
    expect(titles({ header, body })).toEqual(['Election night', 'Harbour webcam', 'Newsroom camera']);
    expect(Object.keys(body[0] ?? {})).toEqual([
      'id',
      'title',
      'description',
      'type',
      'thumbnail',
      'medialink',
      'account',
    ]);
    expect(body[0]).toMatchObject({
      type: { label: 'new-wowza-livestream', name: expect.any(String) as string },
      medialink: { hls: expect.stringMatching(/\/hlslive\/account=.+\/livestream=.+\.m3u8$/) as string },
      account: { id: server.credentials.account, name: 'Newsroom' },
    });
    expect(titles(await call('livestream/view', { active: '0' }))).toEqual(['Election night']);
    expect(titles(await call('livestream/view', { active: '1', offset: '1' }))).toEqual(['Newsroom camera']);
    expect(titles(await call('livestream/view', { order: 'desc', limit: '1' }))).toEqual(['Newsroom camera']);
    expect((await call('livestream/view', { orderfield: 'colour' })).header.status).toBe(6);
  });
});

describe('uploadtoken/create', () => {
  test('makes an item, a file and a token that ends in time', async () => {
    const { body } = await call('uploadtoken/create', {});
    expect(body).toEqual({
      token: expect.stringMatching(/^\w{32}$/),
      uploadurl: 'https://streamone.test/upload',
      uploadurlhttps: 'https://streamone.test/upload',
      itemid: expect.stringMatching(/^[\w-]{12}$/),
      fileid: expect.stringMatching(/^[\w-]{12}$/),
    });
    const [token] = server.state.uploadtokens;
    expect(token).toMatchObject({ item: body['itemid'], file: body['fileid'], token: body['token'], thumbnail: 0 });
    expect(token?.expires).toBe(server.clock.now() + 3_600_000);
    const item = String(body['itemid']);
    expect(server.state.items.get(item)).toMatchObject({ title: item, user: server.credentials.user.id });
    server.state.items.remove(item);
    expect(server.state.uploadtokens.size).toBe(0);
  });

  test('for an item of the account; limits', async () => {
    const mine = [...server.state.items].find(({ account }) => account === server.credentials.account)?.id ?? '';
    const before = server.state.items.size;
    const args = { item: mine, thumbnail: '2', validfor: '86400' };
    expect((await call('uploadtoken/create', args)).body).toMatchObject({ itemid: mine });
    expect([...server.state.uploadtokens][0]).toMatchObject({ thumbnail: 2, expires: server.clock.now() + 86_400_000 });
    expect(server.state.items.size).toBe(before);
    for (const wrong of [{ validfor: '86401' }, { validfor: '-1' }, { thumbnail: '3' }, { thumbnail: '-1' }]) {
      expect((await call('uploadtoken/create', wrong)).header.status).toBe(6);
    }
    expect((await call('uploadtoken/create', { item: 'nothing' })).header.status).toBe(120);
    const academy = server.state.accounts.find(({ name }) => name === 'Academy')?.id ?? '';
    expect((await call('uploadtoken/create', { item: mine }, { account: academy })).header.status).toBe(120);
    expect(server.journal.entries().at(-1)?.explanation?.summary).toContain('exists, but');
  });

  test('over plain HTTP there is no uploadurlhttps', async () => {
    await using own = await startTestServer();
    const wish = { path: '/api/uploadtoken/create', account: own.credentials.account };
    const { body } = await ask<Fields>(own, wish);
    expect(body).toMatchObject({ uploadurl: `${own.url}/upload` });
    expect(body).not.toHaveProperty('uploadurlhttps');
  });
});

test('metadatakey/create: the name is the key within the account', async () => {
  const args = { name: 'director', description: 'Who directed it' };
  expect((await call('metadatakey/create', args)).body).toEqual(args);
  expect((await call('metadatakey/create', args)).header.status).toBe(471);
  const academy = server.state.accounts.find(({ name }) => name === 'Academy')?.id ?? '';
  expect((await call('metadatakey/create', args, { account: academy })).header.status).toBe(0);
  expect((await call('metadatakey/create', { description: 'nameless' })).header.status).toBe(6);
});

const stream = (title: string) => server.state.livestreams.find((one) => one.title === title)?.id ?? '';

describe('record schedules', () => {
  test('made, changed, unset', async () => {
    const livestream = stream('Harbour webcam');
    const { body } = await call('recordschedule/create', { livestream, name: 'Tides', active: '0', someday: 'yes' });
    expect(body).toMatchObject({
      name: 'Tides',
      livestream,
      source: null,
      active: false,
      someday: 'yes',
      title: 'Harbour webcam (%d-%m-%Y %H:%M:%S)',
    });
    const recordschedule = String(body['id']);
    const edited = await call('recordschedule/edit', {
      recordschedule,
      title: 'Tide %H',
      description: 'High',
      keywords: 'sea,tide',
      active: '1',
      protected: '1',
      startdate: '2026-04-01 12:00:00@UTC',
      duration: '600',
      rrule: 'FREQ=DAILY;BYHOUR=4,16',
    });
    expect(edited.body).toMatchObject({
      title: 'Tide %H',
      description: 'High',
      keywords: 'sea,tide',
      active: true,
      protected: true,
      startdate: '2026-04-01 14:00:00',
      duration: 600,
      rrule: 'FREQ=DAILY;BYHOUR=4,16',
      name: 'Tides',
    });
    const source = 'rtmp://camera.example/1';
    const unset = { title: '', description: '', startdate: '', duration: '', rrule: '' };
    expect((await call('recordschedule/edit', { recordschedule, source, ...unset })).body).toMatchObject({
      source,
      livestream: null,
      title: 'Live recording (%d-%m-%Y %H:%M:%S)',
      description: null,
      startdate: null,
      duration: null,
      rrule: null,
      keywords: 'sea,tide',
    });
    const academy = server.state.accounts.find(({ name }) => name === 'Academy')?.id ?? '';
    expect((await call('recordschedule/edit', { recordschedule }, { account: academy })).header.status).toBe(320);
    expect(() => server.state.livestreams.remove(livestream)).not.toThrow();
  });

  test.each([
    ['neither source nor live stream', 6, () => ({})],
    ['both', 6, () => ({ source: 'rtmp://a.example', livestream: stream('Harbour webcam') })],
    ['another account’s live stream', 240, () => ({ livestream: stream('Lecture hall A') })],
    ['a rule with its name', 6, () => ({ source: 'rtmp://a.example', rrule: 'RRULE:FREQ=DAILY' })],
    ['a rule without frequency', 6, () => ({ source: 'rtmp://a.example', rrule: 'COUNT=2' })],
    ['no duration', 6, () => ({ source: 'rtmp://a.example', duration: '0' })],
    ['a flag in words', 6, () => ({ source: 'rtmp://a.example', active: 'yes' })],
    ['a malformed date', 6, () => ({ source: 'rtmp://a.example', startdate: 'now' })],
  ])('%s: %i', async (_, status, args) => {
    expect((await call('recordschedule/create', args())).header.status).toBe(status);
  });
});

const inCustomer = () => ({ account: undefined, customer: server.credentials.customer }) as unknown as PartialWish;

describe('applications', () => {
  test('shown and changed', async () => {
    const list = await call<Fields[]>('application/view', {}, inCustomer());
    expect(list).toMatchObject({
      header: { count: 2, cacheable: true },
      body: [{ name: 'Website' }, { name: 'Importer' }],
    });
    const importer = server.state.applications.find(({ name }) => name === 'Importer');
    const application = importer?.id ?? '';
    const args = {
      application,
      name: 'Night',
      description: '',
      iplock: '192.0.2.0/24',
      timezone: 'UTC',
      isactive: '0',
    };
    const { body } = await call('application/edit', args, inCustomer());
    expect(Object.keys(body)).toEqual([
      'id',
      'name',
      'description',
      'iplock',
      'datecreated',
      'datemodified',
      'active',
      'account',
      'customer',
      'timezone',
    ]);
    expect(body).toMatchObject({
      name: 'Night',
      description: '',
      iplock: '192.0.2.0/24',
      timezone: 'UTC',
      active: false,
      customer: server.credentials.customer,
      account: server.credentials.account,
      datemodified: '2026-03-01 13:00:00',
    });
    expect((await call('application/edit', { application, iplock: '' }, inCustomer())).body['iplock']).toBeNull();
    expect((await call('application/edit', { application, name: '' }, inCustomer())).header.status).toBe(6);
    const key = importer ?? { id: '', psk: '' };
    expect((await call('api/info', {}, { type: 'application', key })).header.status).toBe(3);
  });

  test('of another customer are none', async () => {
    const neighbour = server.state.customers.find(({ name }) => name === 'Omroep Hiernaast')?.id ?? '';
    const { id } = server.state.applications.find(({ name }) => name === 'Importer') ?? { id: '' };
    server.state.applications.update(id, { customer: neighbour, account: null });
    expect((await call('application/edit', { application: id }, inCustomer())).header.status).toBe(260);
    expect((await call<Fields[]>('application/view', {}, inCustomer())).header.count).toBe(1);
  });
});

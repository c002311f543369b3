import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, startTestServer } from '../../src/index.js';
import { bcryptHashes } from '../login.js';
import { type Story, expectStory, studioAccounts } from './story.js';
import { type SwiftActor, type SwiftContext, swiftAsk, swiftResponse } from './swift-client.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function pages(actor: SwiftActor, limit: number, context: SwiftContext): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const args = { archived: '', limit: String(limit), offset: String(ids.length) };
    const { header, body } = await swiftAsk<{ readonly id: string }[]>(actor, 'item/view', args, context);
    ids.push(...body.map(({ id }) => id));
    if (body.length === 0 || ids.length >= (header.count ?? 0)) return ids;
  }
}

test('a client in the manner of the Swift SDK: login, session, permissions, pages, logout', async () => {
  const { url, credentials } = server;
  const app: SwiftActor = { url, type: 'application', ...credentials.application };
  const who = { user: credentials.login.username, userip: '2001:db8::1' };
  const challenge = async (): Promise<string> =>
    (await swiftAsk<{ challenge: string }>(app, 'session/initialize', who)).body.challenge;
  const wrong = await challenge();
  const right = await challenge();
  const created: Story['created'] = await swiftAsk(app, 'session/create', {
    response: swiftResponse(bcryptHashes.editor, right),
    challenge: right,
  });
  const session = created.body;
  const { account } = credentials;
  const accounts = studioAccounts(server);
  const title = 'Two words + a plus & more';
  const story: Story = {
    application: await swiftAsk(app, 'application/getmyroles'),
    wrong: await swiftAsk(app, 'session/create', { challenge: wrong, response: swiftResponse('x'.repeat(60), wrong) }),
    created,
    viewme: await swiftAsk(app, 'user/viewme', {}, { session }),
    roles: await swiftAsk(app, 'user/getmyroles', {}, { session }),
    tokens: await swiftAsk(app, 'api/mytokens', {}, { session, account }),
    tokensOfBoth: await swiftAsk(app, 'api/mytokens', {}, { session, account: accounts.join(',') }),
    items: await pages(app, 9, { session, account: accounts.join(',') }),
    item: await swiftAsk(app, 'item/create', { title, dateaired: '2014-01-01 00:00:00@UTC' }, { session, account }),
    deleted: await swiftAsk(app, 'session/delete', {}, { session }),
    dead: await swiftAsk(app, 'user/viewme', {}, { session }),
    byUser: (await pages({ url, type: 'user', ...credentials.user }, 20, { account })).length,
  };
  expectStory(server, story, title);
});

test('the signature stands in the middle, and spaces were sent as %20', async () => {
  const { url, credentials, journal } = server;
  const actor: SwiftActor = { url, type: 'user', ...credentials.user };
  const context = { account: credentials.account };
  const { header, body } = await swiftAsk<unknown[]>(actor, 'item/view', { title: 'Morning news, 4 March' }, context);
  expect([header.status, body.length]).toEqual([0, 1]);
  const names = Object.keys(journal.entries().at(-1)?.parameters ?? {});
  expect(names).toEqual(names.toSorted());
  expect(names.indexOf('signature')).toBeLessThan(names.length - 1);
});

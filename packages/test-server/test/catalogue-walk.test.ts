import { describe, expect, test } from 'vitest';
import { catalogue } from '@streamone/core/catalogue';
import { type TestServer, createTestServer } from '../src/index.js';
import { ask } from './ask.js';
import { type Prepared, type Walked, walked } from './catalogue-walk.js';

const entries = Object.entries(catalogue).flatMap(([key, entry]) => (entry === undefined ? [] : [{ key, entry }]));

/** The token that each action needs, written down once more: those not known follow the habit. */
const tokens: Readonly<Record<string, string | null>> = {
  'api/info': null,
  'api/mytokens': null,
  'session/initialize': 'session-create',
  'session/create': 'session-create',
  'session/delete': null,
  'user/viewme': null,
  'user/getmyroles': null,
  'user/getroles': 'user-read',
  'user/view': 'user-read',
  'user/viewbasic': 'user-read-basic',
  'user/create': 'user-write',
  'user/linkssotoken': 'user-sso-token',
  'user/clearssotoken': 'user-sso-token',
  'application/view': 'application-read',
  'application/edit': 'application-write',
  'application/getmyroles': null,
  'application/getroles': 'application-read',
  'role/view': 'role-read',
  'item/view': 'item-read',
  'item/create': 'item-write',
  'livestream/view': 'livestream-read',
  'uploadtoken/create': 'item-upload',
  'metadatakey/create': 'metadatakey-write',
  'recordschedule/create': 'recordschedule-write',
  'recordschedule/edit': 'recordschedule-write',
  'playlist/view': 'playlist-read',
  'playlist/create': 'playlist-write',
  'playlist/edit': 'playlist-write',
  'playlist/delete': 'playlist-write',
  'playlist/addentry': 'playlist-write',
  'playlist/editentry': 'playlist-write',
  'playlist/removeentry': 'playlist-write',
  'securityprofile/view': 'securityprofile-read',
  'securityprofile/create': 'securityprofile-write',
  'securityprofile/edit': 'securityprofile-write',
  'securityprofile/delete': 'securityprofile-write',
  'securityprofile/addrule': 'securityprofile-write',
  'securityprofile/editrule': 'securityprofile-write',
  'securityprofile/removerule': 'securityprofile-write',
};

/** What an action answers: an entry of the walk is carried out, with changes in between. */
async function walk(key: string, prepared: Prepared, between: (server: TestServer) => void = () => {}) {
  const server = createTestServer();
  const wish = await prepared(server);
  between(server);
  const { header, body } = await ask<unknown>(server, { path: `/api/${key}`, ...wish });
  return { header, body, explanation: server.journal.entries().at(-1)?.explanation };
}

/** Leaves everybody what they have, but for the tokens for which the test holds. */
function takeTokens(server: TestServer, taken: (token: string) => boolean): void {
  for (const { id, tokens: held } of server.state.roles) {
    server.state.roles.update(id, { tokens: held.filter((token) => !taken(token)) });
  }
}

test('the walk goes through every action, and knows no other', () => {
  expect(Object.keys(walked).toSorted()).toEqual(entries.map(({ key }) => key).toSorted());
  expect(Object.keys(tokens).toSorted()).toEqual(entries.map(({ key }) => key).toSorted());
});

describe.each(entries)('$key', ({ key, entry }) => {
  const { succeeds, errors = {} }: Walked = walked[key] ?? { succeeds: () => ({}) };

  test('is answered, as its declaration says', async () => {
    const { header, body } = await walk(key, succeeds);
    expect(header.status).toBe(0);
    expect('count' in header).toBe(entry.paged);
    if (entry.paged) expect((body as unknown[]).length).toBeGreaterThan(0);
    // Reading strictly by the declared type finds every field that contradicts it.
    expect(() => entry.output.decode(body, { timezone: header.timezone })).not.toThrow();
  });

  test('wants its token, and no other', async () => {
    const token = tokens[key] ?? null;
    if (token !== null) {
      const without = await walk(key, succeeds, (server) => takeTokens(server, (held) => held === token));
      expect(without).toMatchObject({ header: { status: 4 }, explanation: { token } });
    }
    // Which items may stand in a playlist is a question of its own.
    const alone = await walk(key, succeeds, (server) =>
      takeTokens(server, (held) => held !== token && held !== 'livestream-read'),
    );
    expect(alone.header.status).toBe(0);
    if (entry.token !== undefined) expect(token).toBe(entry.token);
  });

  test('is for its kinds of actor alone', async () => {
    for (const type of ['user', 'application'] as const) {
      const { session: _, key: __, ...wish } = await succeeds(createTestServer());
      if (entry.actors.includes(type)) continue;
      expect((await walk(key, () => ({ ...wish, type }))).header.status).toBe(4);
    }
  });

  test('answers every status that is documented for it', async () => {
    expect(Object.keys(errors)).toEqual(entry.errors.map(String).toSorted());
    for (const [status, prepared] of Object.entries(errors)) {
      const { header, body, explanation } = await walk(key, prepared);
      expect([header.status, body]).toEqual([Number(status), null]);
      expect(explanation?.summary).toMatch(/^[A-Z"0-9].{15,}\.$/);
    }
  });

  test('in read-only mode: 10 for a write, the same answer for a read', async () => {
    const { header } = await walk(key, succeeds, ({ state }) => {
      state.readOnly = true;
    });
    expect(header.status).toBe(entry.readOnly ? 0 : 10);
  });

  test('6 for an argument that it does not have, unless its arguments are open', async () => {
    const { header } = await walk(key, async (server) => {
      const wish = await succeeds(server);
      return { ...wish, args: { ...wish.args, neverheardof: '1' } };
    });
    expect(header.status).toBe(entry.openArguments ? 0 : 6);
  });
});

describe.each(entries.filter(({ entry }) => entry.needs !== 'nothing'))('$key', ({ key }) => {
  test('6 without an account', async () => {
    const { account: _, ...wish } = (await walked[key]?.succeeds(createTestServer())) ?? {};
    expect((await walk(key, () => wish)).header.status).toBe(6);
  });
});

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer } from '@streamone/test-server';
import { checkDrift, createReplay, readRecordings, startRecorder, startReplay } from '@streamone/test-server/recording';
import { application, createClient, user } from '@streamone/node';
import { expect, onTestFinished, test } from 'vitest';

// The whole way by the real client: recorded from a platform, searched for secrets, replayed without it.

const PASSWORD_CANARIES = /v2hash|response/;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type Credentials = Awaited<ReturnType<typeof startTestServer>>['credentials'];

interface Where {
  readonly url: string;
  readonly fetch?: typeof fetch;
}

/** What a program does: logs a person in, reads as that person and as a user, asks for an upload, logs out. */
async function story(where: Where, credentials: Credentials) {
  const { account, login } = credentials;
  const app = createClient({ ...where, auth: application(credentials.application), account });
  const person = await app.login({ ...login, ip: '192.0.2.7' });
  const me = await person.user.viewme();
  const mine = await person.item.view({ searchtitle: 'news', limit: 2 });
  await person.logout();
  const s1 = createClient({ ...where, auth: user(credentials.user), account });
  const titles: string[] = [];
  for await (const { title } of s1.item.view({ limit: 15 })) titles.push(title);
  const leave = await s1.uploadtoken.create({ validfor: 60 });
  const missing = await s1.call('item/nosuch', {}, { read: true }).catch((error: unknown) => error);
  await Promise.all([app.close(), s1.close()]);
  return { told: { me, mine, total: mine.total, titles }, missing, leave };
}

function everything(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return names.map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`).join('\n');
}

test('a login, calls and a logout are recorded without a secret, and replayed with other keys', async () => {
  const server = await startTestServer();
  const editor = server.state.users.find(({ username }) => username === server.credentials.login.username);
  server.state.users.update(editor?.id ?? '', { needsv2hash: true });
  const folder = temporaryFolder();
  const problems: string[] = [];
  const recorder = await startRecorder({ target: server.url, folder, onProblem: (problem) => problems.push(problem) });
  const live = await story({ url: recorder.url }, server.credentials);
  expect(live.told.titles.length).toBeGreaterThan(15);
  expect(live.leave.uploadurl).toBe(`${server.url}/upload`);
  await recorder.close();
  await server.close();
  expect(problems).toEqual([]);

  const files = everything(folder);
  expect(files).toMatch(PASSWORD_CANARIES);
  const { user: byUser, application: app, login } = server.credentials;
  const { v2hash = '', salt = '' } = editor?.password ?? {};
  for (const secret of [byUser.psk, app.psk, login.password, live.leave.token, v2hash, salt, '192.0.2.7']) {
    expect(secret.length).toBeGreaterThan(5);
    const base64 = Buffer.from(secret).toString('base64').replace(/.?=*$/, '');
    for (const form of [secret, encodeURIComponent(secret), base64, JSON.stringify(secret).slice(1, -1)]) {
      expect(files).not.toContain(form);
    }
  }
  expect(checkDrift(await readRecordings(folder))).toEqual([]);

  // The keys are others; the IDs too, since whoever replays has none of the platform's.
  const others = {
    ...server.credentials,
    user: { id: byUser.id, psk: 'another' },
    application: { id: 'another-id', psk: 'another' },
    login: { ...login, password: 'another' },
  };
  await using replay = await startReplay({ folder });
  const replayed = await story({ url: replay.url }, others);
  expect(replayed.told).toEqual(live.told);
  expect(replayed.told.total).toBe(live.told.total);
  expect(replayed.missing).toMatchObject({ name: 'InvalidInputError', status: 5 });
  expect(live.missing).toMatchObject({ name: 'InvalidInputError', status: 5 });
  expect(replayed.leave).toMatchObject({ uploadurl: `${replay.url}/upload`, itemid: live.leave.itemid });

  await using inProcess = createReplay({ recordings: await readRecordings(folder) });
  expect((await story({ url: inProcess.url, fetch: inProcess.fetch }, others)).told).toEqual(live.told);
});

test('a call that was not recorded fails at once, and says what was', async () => {
  await using replay = createReplay({
    recordings: [
      {
        command: 'item',
        action: 'view',
        parameters: { account: 'a1', authentication_type: 'user', user: 'u1' },
        arguments: { limit: '3' },
        answers: [{ httpStatus: 200, header: { status: 0, statusmessage: 'OK', count: 0 }, body: [] }],
      },
    ],
  });
  const s1 = createClient({ url: replay.url, fetch: replay.fetch, auth: user({ id: 'u', psk: 'k' }), account: 'a1' });
  await expect(s1.item.view({ limit: 5 })).rejects.toMatchObject({
    name: 'HttpError',
    httpStatus: 404,
    attempts: 1,
    message: expect.stringContaining('The nearest differs in: limit: recorded "3", given "5"') as string,
  });
  expect(await s1.item.view({ limit: 3 })).toEqual([]);
});

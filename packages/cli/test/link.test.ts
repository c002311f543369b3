import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type TestServer, startTestServer } from '@streamone/test-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCli } from './run-cli.js';

let server: TestServer;
let env: Record<string, string>;
let item: string;

beforeAll(async () => {
  server = await startTestServer();
  env = {
    STREAMONE_API_URL: server.url,
    STREAMONE_USER_ID: server.credentials.user.id,
    STREAMONE_USER_PSK: server.credentials.user.psk,
    STREAMONE_DEFAULT_ACCOUNT_ID: server.credentials.account,
    STREAMONE_CONFIG: '/nowhere/config.toml',
  };
  item = (await runCli(['item', 'view', '--itemtype', 'video', '--query', '$[0].id', '--raw'], env)).stdout.trim();
});

afterAll(() => server.close());

async function link(...args: string[]): Promise<string> {
  const { stdout, stderr, code } = await runCli(['link', ...args], env);
  expect([stderr, code]).toEqual(['', 0]);
  return stdout.replace(/\n$/, '');
}

describe('a link', () => {
  it.each([
    ['media', ['--format', 'progressive', '--name', 'één'], 'video/mp4'],
    ['media', ['--lookup'], 'application/vnd.apple.mpegurl'],
    ['signed', ['--until', '4070908800'], 'application/vnd.apple.mpegurl'],
    ['poster', ['--width', '64'], 'image/jpeg'],
    ['poster', ['--still', '2', '--size', '32x18'], 'image/jpeg'],
    ['embed', [], 'text/html'],
    ['oembed', [], 'application/json'],
  ])('%s %j leads to what it names', async (kind, options, type) => {
    const response = await fetch(await link(kind, item, ...options));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)]);
    await response.body?.cancel();
  });

  it('leads to the platform, where the API is not on this machine', async () => {
    const url = ['--url', 'api.example', '--account', 'A'];
    expect(
      await Promise.all([
        link('media', 'I', ...url, '--format', 'dash', '--file', 'F', '--clip-start', '5', '--clip-end', '9'),
        link('live', 'L', ...url),
        link('embed', 'I', ...url, '--name', 'one evening'),
        link('playlist', 'I', ...url, '--host', 'http://other.example'),
      ]),
    ).toEqual([
      'https://media.streamonecloud.net/dash/account=A/item=I/file=F/smartstart=5/smartend=9/video.mpd',
      'https://media.streamonecloud.net/hlslive/account=A/livestream=L/live.m3u8',
      'https://content.streamonecloud.net/embed/account=A/item=I/one%20evening.html',
      'http://other.example/playlist/account=A/item=I/playlist.json',
    ]);
  });

  it('that is signed is data by --json, with its end; one given as it is keeps what it has', async () => {
    const given = 'https://media.example.org/hls/account=A/item=I/a.m3u8?x=y';
    const answer: unknown = JSON.parse(await link('signed', given, '--until', '2099-01-01T00:00:00Z', '--json'));
    expect(answer).toEqual({
      link: expect.stringMatching(
        /^https:\/\/media\.example\.org\/hls\/.*\?x=y&signuser=.*&signts=4070908800&signature=[0-9a-f]{40}$/,
      ),
      until: '2099-01-01T00:00:00.000Z',
    });
  });

  it.each([
    [['media', 'a/b'], {}, 2, /item: expected an ID/],
    [['media', 'I', '--clip-start', '5s'], {}, 2, /--clip-start: expected a whole number/],
    [['media', 'I', '--lookup', '--clip-end', '5'], {}, 2, /either --lookup or --clip-end/],
    [['media', 'no-such-item', '--lookup'], {}, 6, /ITEM_NOT_FOUND|no item/i],
    [['media', 'I', '--account', 'A,B'], {}, 2, /--account: expected one account/],
    [['media', 'I', '--account', ''], {}, 2, /--account: missing: the ID of the item's account/],
    [['signed', 'I'], {}, 2, /--valid: missing: either --valid/],
    [
      ['signed', 'I', '--valid', '2h'],
      { STREAMONE_AUTH_TYPE: 'application', STREAMONE_APP_ID: 'a', STREAMONE_APP_PSK: 'b' },
      2,
      /who alone can sign links/,
    ],
    [['poster', 'I', '--size', '5'], {}, 2, /--size: expected width and height/],
    [['poster', 'I', '--base', 'https://a.example', '--width', '5', '--height', '5'], {}, 2, /width/],
  ])('%j %j is refused', async (args, over, code, said) => {
    const run = await runCli(['link', ...args], { ...env, ...over });
    expect([run.stdout, run.stderr, run.code]).toEqual(['', expect.stringMatching(said), code]);
  });
});

describe('open', () => {
  it('prints the page where there is no desktop, or where that is wanted', async () => {
    const page = `${server.url}/embed/account=${server.credentials.account}/item=${item}\n`;
    const [without, wanted] = await Promise.all([
      runCli(['open', item], env),
      runCli(['open', item, '--print'], { ...env, DISPLAY: ':0' }),
    ]);
    expect(without).toEqual({ code: 0, stdout: page, stderr: expect.stringContaining('no browser was found') });
    expect(wanted).toEqual({ code: 0, stdout: page, stderr: '' });
  });

  it.skipIf(process.platform !== 'linux')('opens the page on a desktop', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'streamone-open-'));
    const opened = join(folder, 'opened');
    writeFileSync(
      join(folder, 'xdg-open'),
      `#!/bin/sh\necho "$@" > '${opened}.part' && mv '${opened}.part' '${opened}'\n`,
    );
    chmodSync(join(folder, 'xdg-open'), 0o755);
    const desktop = { ...env, DISPLAY: ':0', PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` };
    expect(await runCli(['open', item, '--host', 'player.example'], desktop)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    await vi.waitUntil(() => existsSync(opened));
    expect(readFileSync(opened, 'utf8')).toBe(
      `https://player.example/embed/account=${server.credentials.account}/item=${item}\n`,
    );
    const none = await runCli(['open', item], { ...desktop, PATH: '/nowhere' });
    expect(none).toEqual({
      code: 0,
      stdout: expect.stringContaining('/embed/'),
      stderr: expect.stringContaining('no browser'),
    });
    rmSync(folder, { recursive: true });
  });
});

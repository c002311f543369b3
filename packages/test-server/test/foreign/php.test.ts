import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { startTestServer } from '../../src/index.js';
import { type Story, expectStory, studioAccounts } from './story.js';

const script = fileURLToPath(new URL('client.php', import.meta.url));
const hasPhp = spawnSync('php', ['--version']).status === 0;
const run = promisify(execFile);

test.runIf(process.env['CI'] === 'true')('there is PHP where CI runs', () => {
  expect(hasPhp, 'php is missing; scripts/install-system-packages installs it').toBe(true);
});

interface PhpStory extends Story {
  readonly heads: readonly string[];
}

const ways = [
  { transport: 'stream', version: '1.0' },
  { transport: 'stream', version: '1.1' },
  { transport: 'socket', version: '1.0' },
  { transport: 'socket', version: '1.1' },
];

describe.skipIf(!hasPhp)('a client in PHP (skipped where there is no php command)', () => {
  test.each(ways)('by $transport over HTTP/$version', async ({ transport, version }) => {
    await using server = await startTestServer();
    const { url, credentials } = server;
    const setup = { url, credentials, transport, version, accounts: studioAccounts(server) };
    const { stdout } = await run('php', ['-d', 'display_errors=stderr', script, JSON.stringify(setup)]);
    const story = JSON.parse(stdout) as PhpStory;
    expectStory(server, story, 'Zoë & co ~ 100% * naïve');
    // It did what it is here for: insertion order, //api, and no Content-Length on an empty body.
    for (const { path } of server.journal.entries()) expect(path).toMatch(/^\/\/api\//);
    const names = Object.keys(server.journal.entries({ command: 'session', action: 'create' })[0]?.parameters ?? {});
    expect(names).toEqual(['api', 'format', 'account', 'authentication_type', 'timestamp', 'application', 'signature']);
    if (transport === 'stream') return;
    const bare = story.heads.filter((head) => !head.includes('Content-Length'));
    expect(bare.some((head) => head.includes('user/viewme') && head.includes(`HTTP/${version}`))).toBe(true);
  });
});

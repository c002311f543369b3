import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, startTestServer } from '../../src/index.js';
import { hasChromium, openChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { type Inspector, openInspector } from '../inspector.js';

/**
 * Clients with a mistake in them, in languages of others. Somebody who has only the inspector to look
 * at must find the mistake: the page is walked by keyboard, and what it says is read.
 */

const run = promisify(execFile);
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const hasAll = hasChromium && has('php', '--version') && has('curl', '--version') && has('openssl', 'version');

test.runIf(process.env['CI'] === 'true')('there are Chromium, PHP, curl and openssl where CI runs', () => {
  expect(hasAll, 'scripts/install-system-packages installs them').toBe(true);
});

/** The script, what has to be read at the top of the page, and what is marked in the string to sign. */
const clients: readonly (readonly [script: string, says: readonly string[], marked?: readonly string[]])[] = [
  [
    'no-ampersand.sh',
    ['The "&" between parameters and arguments is missing', 'even when there are no arguments'],
    ['&'],
  ],
  ['rawurlencode.php', ['a space is %20', 'as PHP\'s http_build_query does (a space is "+"'], ['%20']],
  ['milliseconds.sh', ['must be in seconds', 'looks like milliseconds', 'divide by 1000']],
  [
    'arguments-not-signed.php',
    ['The arguments (the request body) were left out of the string to sign'],
    ['missing here in what was signed'],
  ],
  ['upper-case-hex.sh', ['in upper-case hex; write it in lower case']],
  [
    'session-key-forgotten.php',
    ["The session's key is missing", "the application's PSK immediately followed by the session's key"],
  ],
  ['json-body.sh', ['The body is JSON', 'takes the arguments as a form', 'application/x-www-form-urlencoded']],
  ['key-of-the-application.sh', ['The key that was signed with is that of another actor', 'of the application "']],
  ['slow-clock.php', ["clock is 20 minutes behind the server's", 'Set the clock right']],
  ['no-right-there.sh', ['has no role with the token "item-write" in account', 'sign as another']],
  ['account-in-body.php', ['send the parameter "account" in the query string', 'among the arguments in the body']],
  ['trailing-newline.sh', ['line'], ['↵']],
  ['get.sh', ['POST only', 'GET']],
];

// Without them there are no clients to go wrong, or nothing to look with.
describe.skipIf(!hasAll)('a broken client (skipped without Chromium, php, curl or openssl)', () => {
  let browser: Browser;
  let server: TestServer;
  let inspector: Inspector;
  const answers = new Map<string, string>();

  beforeAll(async () => {
    [browser, server] = await Promise.all([openChromium(), startTestServer()]);
    for (const [script] of clients) answers.set(script, await runClient(script));
    inspector = await openInspector(browser, server);
    await inspector.page.locator('a[href="#/requests/1"]').waitFor();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function runClient(script: string): Promise<string> {
    const { user, application, account } = server.credentials;
    const reader = server.state.users.find(({ username }) => username === 'reader');
    const session = server.state.sessions.add({ user: user.id, application: application.id });
    const [program, ...options] = script.endsWith('.php') ? ['php', '-d', 'display_errors=stderr'] : ['sh'];
    const { stdout } = await run(program, [...options, fileURLToPath(new URL(`broken/${script}`, import.meta.url))], {
      env: {
        ...process.env,
        STREAMONE_API_URL: server.url,
        STREAMONE_USER_ID: user.id,
        STREAMONE_USER_PSK: user.psk,
        STREAMONE_APP_ID: application.id,
        STREAMONE_APP_PSK: application.psk,
        STREAMONE_DEFAULT_ACCOUNT_ID: account,
        SESSION_ID: session.id,
        READER_ID: reader?.id,
        READER_PSK: reader?.psk,
      },
    });
    return stdout;
  }

  // The newest is on top: "j" goes down from there, from one to the next.
  const rows = clients.map(([script, says, marked = []]) => ({ script, says, marked }));
  test.each(rows.toReversed())('$script is found out', async ({ script, says, marked }) => {
    expect(answers.get(script)).not.toContain('"status":0,');
    const { page, problems } = inspector;
    await page.keyboard.press('j');
    await page.getByText(`Request ${clients.findIndex(([name]) => name === script) + 1},`).waitFor();
    const wrong = page.getByRole('group', { name: 'What is wrong' });
    const text = await wrong.innerText();
    for (const phrase of says) expect(text).toContain(phrase);
    for (const mark of marked) expect(await wrong.locator('.comparison').innerText()).toContain(mark);
    expect(await wrong.isVisible()).toBe(true);
    // At the top of the page: nobody has to scroll.
    expect((await wrong.boundingBox())?.y).toBeLessThan(200);
    for (const secret of [server.credentials.user.psk, server.credentials.application.psk]) {
      expect(await page.content()).not.toContain(secret);
    }
    expect(problems).toEqual([]);
  });

  test('unknown-mistake.sh is found out by pasting what it signs', async () => {
    const string = await runClient('unknown-mistake.sh');
    const { page, problems } = inspector;
    await page.locator(`a[href="#/requests/${clients.length + 1}"]`).waitFor();
    await page.keyboard.press('Home');
    await page.getByText(`Request ${clients.length + 1},`).waitFor();
    expect(await page.getByRole('group', { name: 'What is wrong' }).innerText()).toContain('fits no known mistake');
    const box = page.getByRole('textbox', { name: 'Have your client print' });
    await box.fill(string);
    const compared = page.locator('.paste .comparison');
    expect((await compared.innerText()).replaceAll(/\s+/g, ' ')).toContain(
      'expected /api/item/view? signed /v3/item/view?',
    );
    expect(await compared.locator('mark.first').allInnerTexts()).toEqual(['api', 'v3']);
    const expected = server.journal.entries({ limit: 1 })[0]?.stringToSign ?? '';
    await box.fill(expected);
    await page.getByText('It is the expected string').waitFor();
    expect(problems).toEqual([]);
  });
});

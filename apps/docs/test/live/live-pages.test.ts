import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { livePages } from './live-page.ts';
import { goldenRequests, parameterOf } from './vectors.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds in the live parts of a page. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate('document.fonts.ready');
  await page.addScriptTag({ content: AXE });
  const { violations } = await page.evaluate<{ readonly violations: readonly Finding[] }>('axe.run(".live")');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const live = (page: Page, name: string): Locator => page.locator(`[data-live="${name}"]`);

async function openTry(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: `Try ${action}` }).click();
  // Filled, so that it can be run.
  await page.getByRole('button', { name: 'Run', exact: true, disabled: false }).waitFor();
}

async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
}

describe.skipIf(!hasChromium)('the built site', () => {
  const site = livePages();

  test('a request that is typed gets the signature of the reference SDK', async () => {
    const golden = goldenRequests().find(({ name }) => name === 'session + account + arguments');
    const [argument] = golden?.arguments ?? [];
    if (golden?.session === null || golden === undefined || argument === undefined) throw new Error('no such vector');
    const page = await site.visit('/protocol/signing');
    const type = (label: string, text: string): Promise<void> => page.getByLabel(label).fill(text);
    await page.getByLabel('a person in a session').check();
    await type('Application ID', golden.auth.id);
    await type('The application’s key (PSK), an example', golden.auth.psk);
    await type('Session ID', golden.session.id);
    await type('The session’s key, an example', golden.session.key);
    await type('Command', golden.command);
    await type('Action', golden.action);
    await type('Account (several: with commas)', parameterOf(golden, 'account'));
    await type('Timestamp (seconds)', String(golden.timestamp));
    await page.getByRole('button', { name: 'Remove argument 2, limit' }).click();
    await type('Name of argument 1', argument.name);
    await type('Value of argument 1', String(argument.value));
    await live(page, 'signature').getByText(golden.signature).waitFor();
    expect(await live(page, 'string-to-sign').innerText()).toBe(golden.string_to_sign);
    expect(await live(page, 'address').innerText()).toContain(`&signature=${golden.signature}`);
    expect(await live(page, 'body').innerText()).toBe(golden.arguments_query);
    expect(site.complaints).toEqual([]);
  });

  test("what can't be sent is told in core's words, and the steps come back when it is mended", async () => {
    const page = await site.visit('/protocol/signing');
    await live(page, 'signature').waitFor();
    await page.getByLabel('Command').fill('Item');
    const refusal = page.getByRole('alert');
    await refusal.getByText('command: expected lower-case letters').waitFor();
    expect(await page.getByLabel('Command').getAttribute('aria-invalid')).toBe('true');
    expect(await live(page, 'signature').count()).toBe(0);
    await page.getByLabel('Command').fill('item');
    await live(page, 'signature').waitFor();
    expect(await refusal.count()).toBe(0);
    const value = page.getByLabel('Value of argument 2');
    await value.fill('abc');
    await refusal.getByText('limit: expected a finite number, given "abc"').waitFor();
    expect(await value.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Name of argument 2').getAttribute('aria-invalid')).toBeNull();
    await value.fill('5');
    await page.getByLabel('Name of argument 2').fill('');
    await page.locator('[aria-label="Name of argument 2"][aria-invalid=true]').waitFor();
    expect(await value.getAttribute('aria-invalid')).toBeNull();
    await page.getByLabel('Name of argument 2').fill('limit');
    await page.getByLabel(/^Base address/).fill('nonsense');
    await refusal.getByText('url: expected an address').waitFor();
    expect(await page.getByLabel(/^Base address/).getAttribute('aria-invalid')).toBe('true');
  });

  test('a request that was signed wrong is explained', async () => {
    const page = await site.visit('/protocol/signing');
    await page.getByRole('button', { name: 'Fill in one that is signed wrong' }).click();
    await page.getByRole('button', { name: 'Explain' }).click();
    await live(page, 'finding')
      .getByText('It is not signed right. The arguments (the request body) were left')
      .waitFor();
    await page.getByLabel('The request as it was sent').fill(await live(page, 'curl').innerText());
    await page.getByRole('button', { name: 'Explain' }).click();
    await live(page, 'finding').getByText('The signature is right.').waitFor();
    await page.getByLabel('The request as it was sent').fill('hello');
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.getByRole('alert').getByText('This is no request').waitFor();
    expect(site.complaints).toEqual([]);
  });

  test('item/view shows rows, with the request and what became of it', async () => {
    const page = await site.visit('/reference/actions/item/view');
    await openTry(page, 'item/view');
    await page.getByLabel('limit', { exact: false }).first().fill('3');
    await page.getByRole('region', { name: 'The call in TypeScript' }).getByText('limit: 3').waitFor();
    await run(page);
    await live(page, 'table').waitFor();
    expect(await live(page, 'table').locator('tbody tr').count()).toBe(3);
    await page.getByRole('button', { name: 'JSON' }).click();
    const rows: unknown = JSON.parse(await page.getByRole('region', { name: 'The answer as JSON' }).innerText());
    expect(rows).toHaveLength(3);
    await live(page, 'sent').locator('summary').click();
    await live(page, 'sent').getByText('right with the PSK of user').waitFor();
    expect(site.complaints).toEqual([]);
  });

  test('what is created on one page is found on another, until the server is reset', async () => {
    const page = await site.visit('/reference/actions/item/create');
    await openTry(page, 'item/create');
    await page.getByLabel(/^title/).fill('Lighthouses by night');
    await run(page);
    await live(page, 'answered').waitFor();
    // Within the page, as a reader goes on: a new page would have a new server.
    await page.getByRole('link', { name: 'item/view' }).first().click();
    await openTry(page, 'item/view');
    await page.getByText(/^\d+ more$/).click();
    await page.getByLabel(/^mindatecreated/).fill('');
    await page.getByLabel(/^searchtitle/).fill('Lighthouses');
    await run(page);
    await live(page, 'table').getByText('Lighthouses by night').waitFor();
    await page.getByRole('button', { name: 'Reset the server' }).click();
    await page.getByText('The server is as it was at first.').waitFor();
    await page.getByLabel(/^mindatecreated/).fill('');
    await page.getByLabel(/^searchtitle/).fill('Lighthouses');
    await run(page);
    await live(page, 'answered').getByText('0 match in all').waitFor();
  });

  test('a name that is not taken is told of', async () => {
    const page = await site.visit('/reference/actions/playlist/delete');
    await openTry(page, 'playlist/delete');
    await page.getByLabel(/^Further argument/).fill('bad name&');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('A name has letters, digits and _ only').waitFor();
    await page.getByLabel(/^Further argument/).fill('title');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByLabel('title', { exact: false }).first().waitFor();
    expect(await page.getByText('A name has letters, digits and _ only').count()).toBe(0);
  });

  test('an error is shown with its class, its status and what is behind it', async () => {
    const page = await site.visit('/reference/actions/item/view');
    await openTry(page, 'item/view');
    await page.getByLabel('What goes wrong').selectOption('wrong-key');
    await run(page);
    await live(page, 'error').getByText('AuthenticationError').first().waitFor();
    expect(await live(page, 'error').innerText()).toMatch(/status 3\s+AUTHENTICATION_FAILED/);
    await page.getByLabel('What goes wrong').selectOption('nothing');
    await page
      .getByLabel(/^limit/)
      .first()
      .fill('many');
    await run(page);
    await live(page, 'error').getByText('InvalidArgumentError').first().waitFor();
    await page.getByText('Nothing was sent.').waitFor();
  });

  test('is used by keyboard alone', async () => {
    const page = await site.visit('/reference/actions/user/viewme');
    await page.getByRole('button', { name: 'Try user/viewme' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Run', exact: true, disabled: false }).waitFor();
    for (let step = 0; step < 10; step++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate('document.activeElement.textContent === "Run"')) break;
    }
    await page.keyboard.press('Enter');
    await live(page, 'answered').waitFor();
  });

  test('client and server come when they are asked for, not before, and weigh what they may', async () => {
    const page = await site.visit('/reference/actions/item/view');
    await page.getByRole('button', { name: 'Try item/view' }).waitFor();
    // Chunks alone: pages that links lead to are fetched ahead meanwhile.
    const scripts = (): Promise<string[]> =>
      page.evaluate(
        `performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => /\\/chunks\\/.*\\.js$/.test(name))`,
      );
    const before = new Set(await scripts());
    await openTry(page, 'item/view');
    const added = (await scripts()).filter((name) => !before.has(name));
    expect(added.some((name) => name.includes('try-panel'))).toBe(true);
    let bytes = 0;
    for (const name of added) bytes += gzipSync(await (await fetch(name)).bytes()).length;
    // 119 kB: the panel with client and catalogue 37, the server 76, core 6. Uploads' readers of media come by themselves.
    expect(bytes).toBeGreaterThan(80_000);
    expect(bytes).toBeLessThan(130_000);
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
  ] as const)('axe finds nothing, and nothing sticks out: %s, %i wide', async (colorScheme, width) => {
    const page = await site.visit('/protocol/signing');
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole('button', { name: 'Fill in one that is signed wrong' }).click();
    await page.getByRole('button', { name: 'Explain' }).click();
    await live(page, 'finding').waitFor();
    const sticksOut = (): Promise<number> => page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(await findings(page)).toEqual([]);
    expect(await sticksOut()).toBeLessThanOrEqual(0);
    await page.goto(page.url().replace('/protocol/signing', '/reference/actions/item/view'));
    await openTry(page, 'item/view');
    await page.getByText(/^\d+ more$/).click();
    await run(page);
    await live(page, 'table').waitFor();
    await live(page, 'sent').locator('summary').click();
    expect(await findings(page)).toEqual([]);
    expect(await sticksOut()).toBeLessThanOrEqual(0);
    await page.getByLabel('What goes wrong').selectOption('html');
    await run(page);
    await live(page, 'error').waitFor();
    expect(await findings(page)).toEqual([]);
  });
});

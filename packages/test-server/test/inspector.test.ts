// oxlint-disable unicorn/consistent-function-scoping, vitest/no-standalone-expect -- what only these tests need is beside them
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type TestServer, startTestServer } from '../src/index.js';
import { ask, signFor, view } from './ask.js';
import { socket } from './adapters.js';
import { nameless, tooFaint } from './page-checks.js';
import { hasChromium, openChromium } from '../../../scripts/chromium/open-chromium.ts';
import { type Inspector, openInspector } from './inspector.js';

test.runIf(process.env['CI'] === 'true')('there is Chromium where CI runs', () => {
  expect(hasChromium, 'scripts/install-system-packages installs it').toBe(true);
});

// Without it there is nothing to look at the page with.
describe.skipIf(!hasChromium)('the inspector in Chromium (skipped where there is none)', () => {
  let browser: Browser;
  let server: TestServer;
  let opened: Inspector;
  let page: Page;

  beforeAll(async () => {
    [browser, server] = await Promise.all([openChromium(), startTestServer()]);
    opened = await openInspector(browser, server);
    page = opened.page;
  }, 60_000);
  afterEach(() => {
    // Neither errors, nor what the policy forbids, nor a request to anywhere else.
    const problems = opened.problems.splice(0);
    server.reset();
    server.clock.reset();
    expect(problems).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const rows = () => page.locator('.requests a:visible');
  const detailsTitle = () => page.locator('#request-title');
  /** From here on as if it were opened anew, without loading it again. */
  async function begin(hash: string): Promise<void> {
    await page.evaluate(`location.hash = ''`);
    await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  }

  test('somebody new is told what to do, and it works', async () => {
    await page.getByText('No requests yet. They appear here as they come.').waitFor();
    const first = await page.getByLabel('the first request', { exact: true }).innerText();
    const environment = await page.getByLabel('the environment variables', { exact: true }).innerText();
    expect(environment).toContain(`STREAMONE_API_URL=${server.url} `);
    expect(await page.content()).not.toContain(server.credentials.user.psk);
    const script = `${environment.replace("'the key that the server printed'", server.credentials.user.psk)}\n${first}`;
    const { stdout } = await promisify(execFile)('sh', ['-c', script]);
    expect(stdout).toContain('"status":0');
    await rows().first().waitFor();
    expect(await rows().allInnerTexts()).toEqual([expect.stringMatching(/item\/view[\s\S]*✓ 0 OK/)]);
    expect(await page.getByText('Select a request to see how it was checked').isVisible()).toBe(true);
  });

  test('requests appear as they come, and are walked through by keyboard', async () => {
    await begin('#/requests');
    await view(server, { limit: '1' }, {}, socket);
    await view(server, { limit: 'many' }, {}, socket);
    await ask(server, { path: '/api/user/viewme' }, socket);
    await rows().nth(2).waitFor();
    expect((await rows().allInnerTexts()).map((text) => text.split('\n')[1])).toEqual([
      'user/viewme',
      'item/view',
      'item/view',
    ]);
    expect(await page.locator('.counts').innerText()).toBe('3 requests, 1 refused');

    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.getByRole('group', { name: 'What is wrong' }).waitFor();
    expect(await detailsTitle().innerText()).toContain('6 INPUT_ERROR');
    expect(await page.locator('.requests [aria-current]').innerText()).toContain('6 INPUT_ERROR');
    const steps = page.getByRole('list', { name: 'Verification, step by step' });
    const [last, missed] = (await steps.locator('li').all()).slice(-2);
    expect(await last?.getByRole('img').getAttribute('aria-label')).toBe('failed:');
    expect(await last?.innerText()).toContain('Arguments');
    expect(await missed?.innerText()).toContain('Not reached');
    expect(await page.getByRole('table', { name: 'Arguments' }).innerText()).toContain('many');
    expect(await page.locator('.details').innerText()).toContain('an argument is missing or malformed');

    // The address leads there again.
    expect(page.url()).toMatch(/#\/requests\/\d+$/);
    await page.keyboard.press('End');
    await page.getByText('Answered as asked.').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('group', { name: 'What is wrong' }).waitFor();
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.locator('#request-title', { hasText: 'user/viewme' }).waitFor();

    await page.keyboard.press('/');
    await page.keyboard.type('Item input_err');
    expect(await rows().count()).toBe(1);
    expect(await page.locator('.counts').innerText()).toBe('1 of 3 requests, 1 refused');
    await page.keyboard.press('Escape');
    expect(await rows().count()).toBe(3);
    // One row alone is a stop of the Tab key; from it the next leads into the details.
    expect(await page.locator('.requests a[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.textContent`)).toBe('Copy link');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByText('Select a request').waitFor();
    await page.getByLabel('Refused only').check();
    expect(await rows().count()).toBe(1);
    await page.getByLabel('Refused only').uncheck();
  });

  test('while it is paused or hidden it asks nothing, and nothing is lost', async () => {
    await using watched = await openInspector(browser, server);
    const { page: own } = watched;
    await own.getByText('Live').waitFor();
    await own.clock.install();
    const hide = (state: string) =>
      own.evaluate(
        `Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'))`,
      );
    for (const [stop, goOn] of [
      [() => own.keyboard.press('p'), () => own.keyboard.press('p')],
      [() => hide('hidden'), () => hide('visible')],
    ] as const) {
      await stop();
      // A question that was asked before may still be answered.
      await own.clock.runFor(2000);
      await own.evaluate(`fetch('health')`);
      const before = await own.locator('.requests li').count();
      let asked = 0;
      const count = (): void => void asked++;
      own.on('request', count);
      await view(server, {}, {}, socket);
      await own.clock.runFor(60_000);
      expect(asked).toBe(0);
      own.off('request', count);
      expect(await own.locator('.requests li').count()).toBe(before);
      await goOn();
      await own.locator('.requests li').nth(before).waitFor();
    }
    expect(watched.problems).toEqual([]);
  });

  test('a wrong signature: both strings, and where they first differ', async () => {
    const { user, account } = server.credentials;
    const { target, signature } = signFor(server, { account });
    await socket.send(server, { target: target.replace(signature, signature.toUpperCase()) });
    const wrong = signFor(server, { account, key: { ...user, psk: 'not it' } });
    await socket.send(server, { target: wrong.target });
    const id = server.journal.entries({ limit: 1 })[0]?.id ?? 0;
    await begin(`#/requests/${id}`);
    await page.getByText('fits no known mistake').waitFor();
    expect(await page.locator('.details').innerText()).toContain(`the pre-shared key (PSK) of user "${user.id}"`);
    // Line by line, as it must be signed; a single line on request.
    const text = page.getByRole('group', { name: 'String to sign' });
    expect((await text.locator('code').allInnerTexts()).join('')).toBe(server.journal.entry(id)?.stringToSign);
    expect(await text.locator('code').count()).toBeGreaterThan(5);
    await page.getByLabel('One line per parameter').uncheck();
    expect(await text.locator('code').count()).toBe(1);
    await begin(`#/requests/${id - 1}`);
    await page.getByText('The right string was signed').waitFor();
  });

  test('faults: added, told of, removed', async () => {
    await begin('#/faults');
    await page.getByLabel('What the client gets').selectOption('slow');
    expect(await page.getByLabel('HTTP status', { exact: true }).isVisible()).toBe(false);
    await page.getByLabel('For how long').fill('25');
    await page.getByLabel('How often').fill('3');
    await page.getByLabel('Only the command').fill('item');
    await page.getByRole('button', { name: 'Add fault' }).click();
    await page.getByText('for item/any action, 3 times').waitFor();
    expect(server.faults.entries()).toMatchObject([{ kind: 'slow', ms: 25, times: 3, command: 'item' }]);
    await page.getByLabel('What the client gets').selectOption('http');
    await page.getByLabel('Retry-After').fill('2');
    await page.getByLabel('How often').fill('');
    await page.keyboard.press('Enter');
    await page.getByText('HTTP 503, Retry-After 2 s, for item/any action, every time').waitFor();
    expect(server.faults.entries()[1]).toMatchObject({ http: 503, retryAfter: 2 });
    await view(server, {}, {}, socket);
    await page.getByText('happened 1 so far').waitFor();
    await page.getByRole('button', { name: 'Remove: the answer' }).click();
    await page.getByText('the answer piece by piece, 25 ms').waitFor({ state: 'detached' });
    await page.getByLabel('What the client gets').selectOption('api');
    await page.getByLabel('Status of the API', { exact: true }).fill('99999999999999999999');
    await page.keyboard.press('Enter');
    await page.getByText('status: expected a whole number from 1').waitFor();
    expect(opened.problems.splice(0)).toEqual([expect.stringContaining('400')]);
    await page.getByLabel('Status of the API', { exact: true }).fill('8');
    await page.getByLabel('Only the action').fill('vieww');
    await page.getByRole('button', { name: 'Add fault' }).click();
    await page.getByText('given "vieww". Did you mean "view"?').waitFor();
    expect(opened.problems.splice(0)).toEqual([expect.stringContaining('400')]);
    await page.getByRole('button', { name: 'Remove all' }).click();
    await page.getByText('None: every request is answered').waitFor();
    expect(server.faults.entries()).toEqual([]);
  });

  test('the clock: moved, frozen, set, back', async () => {
    await begin('#/clock');
    await page.getByRole('button', { name: '+15 min 1 s' }).click();
    await page.getByText('15 min 1 s ahead of the real time').waitFor();
    expect(Math.round((server.clock.now() - Date.now()) / 1000)).toBe(901);
    await page.getByRole('button', { name: 'Freeze' }).click();
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    expect(server.clock.frozen).toBe(true);
    await page.getByLabel('To a time in UTC').fill('2030-02-03T04:05:06');
    await page.getByRole('button', { name: 'Set' }).click();
    await page.locator('.clock', { hasText: '2030-02-03 04:05:06 UTC' }).waitFor();
    expect(server.clock.now()).toBe(Date.UTC(2030, 1, 3, 4, 5, 6));
    await page.getByLabel('By seconds').fill('-6');
    await page.getByRole('button', { name: 'Advance' }).click();
    await page.locator('.clock', { hasText: '04:05:00' }).waitFor();
    await page.getByRole('button', { name: 'Back to the real time' }).click();
    await page.getByText(', the real time').waitFor();
    expect([server.clock.frozen, Math.abs(server.clock.now() - Date.now()) < 1000]).toEqual([false, true]);
  });

  test('the state: counts, records page by page, one of them, settings', async () => {
    await begin('#/state/items');
    await page.getByText(`1 to ${server.state.items.size} of ${server.state.items.size}`).waitFor();
    for (let at = 1; at <= 20; at++)
      server.state.items.add({ title: `More ${at}`, account: server.credentials.account });
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText(`1 to 50 of ${server.state.items.size}`).waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText(`51 to ${server.state.items.size} of`).waitFor();
    await page.getByRole('textbox', { name: 'Field' }).fill('title');
    await page.getByRole('textbox', { name: 'Value' }).fill('More 7');
    await page.keyboard.press('Enter');
    await page.getByText('1 to 1 of 1').waitFor();
    await page.locator('.records tbody a').click();
    await page.getByRole('table', { name: 'Fields' }).waitFor();
    const id = server.state.items.find(({ title }) => title === 'More 7')?.id ?? '';
    expect(page.url()).toContain(`#/state/items/${id}`);
    await page.getByRole('button', { name: 'Remove…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('It is removed.').waitFor();
    expect(server.state.items.get(id)).toBeUndefined();
    await begin('#/state/users');
    await page.locator('.records').waitFor();
    expect(await page.content()).not.toContain(server.credentials.user.psk);

    await begin('#/state');
    await page.getByLabel('Timestamps may be off').fill('60');
    await page.getByLabel('Read-only').check();
    await page.getByRole('button', { name: 'Save settings' }).click();
    await page.getByText('The settings are saved.').waitFor();
    expect([server.state.timestampWindow, server.state.readOnly]).toEqual([60, true]);
    await page.getByRole('link', { name: 'read-only' }).waitFor();
    await begin('#/state/nothing');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('There are no "nothing" in the state');
    // What the browser itself notes of an answer with 404.
    expect(opened.problems.splice(0)).toEqual([expect.stringContaining('404')]);
  });

  test('snapshots and the reset', async () => {
    const { account } = server.credentials;
    const before = server.state.items.size;
    await begin('#/snapshots');
    await page.getByRole('button', { name: 'Take a snapshot' }).click();
    await page.getByRole('button', { name: 'Restore snapshot 1' }).waitFor();
    server.state.items.add({ title: 'After', account });
    await page.getByRole('button', { name: 'Restore snapshot 1' }).click();
    await page.getByText('Snapshot 1 is back.').waitFor();
    expect(server.state.items.size).toBe(before);
    server.state.items.add({ title: 'After', account });
    await view(server, {}, {}, socket);
    await page.getByRole('button', { name: 'Reset the server' }).click();
    expect(await page.evaluate(`document.activeElement.textContent`)).toBe('Cancel');
    await page.keyboard.press('Escape');
    expect(server.journal.entries()).toHaveLength(1);
    await page.getByRole('button', { name: 'Reset the server' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
    await page.getByText('The server is as when it started.').waitFor();
    expect([server.state.items.size, server.journal.entries().length]).toEqual([before, 0]);
    await page.getByText('None yet.').waitFor();
    await begin('#/requests');
    await page.getByText('No requests yet').first().waitFor();
  });

  test('what clients send is text and nothing else', async () => {
    const nasty = [
      '<img src=x onerror=alert(1)>',
      '</bdi></td></table><script>alert(1)</script>',
      '"><svg onload=alert(1)>',
      'javascript:alert(1)',
      'a\u202Etxt.exe\u2066',
      'nul \u0000 esc \u001b[31m bell \u0007',
      'zero\u200Bwidth\u00a0space',
      '&lt;b&gt; & {{7*7}} ${alert(1)}',
      'x'.repeat(50_000),
    ];
    await begin('#/requests');
    for (const [at, text] of nasty.entries()) {
      const fields = { [`n${at}${text.slice(0, 60)}`]: text, title: text };
      const { target, body } = signFor(server, { path: '/api/item/view', args: fields, timezone: text.slice(0, 200) });
      await socket.send(server, { target, body });
      await socket.send(server, {
        target: `/${encodeURIComponent(text.slice(0, 500))}?x=${encodeURIComponent(text.slice(0, 500))}`,
      });
    }
    server.state.items.add({ title: nasty[1] ?? '', description: nasty[4] ?? '', account: server.credentials.account });
    await rows()
      .nth(nasty.length * 2 - 1)
      .waitFor();
    for (let at = 0; at < nasty.length * 2; at++) {
      await page.keyboard.press('j');
      const id = /\d+$/.exec(page.url())?.[0] ?? '';
      await page.getByText(`Request ${id},`).waitFor();
      // Only what the page makes itself is there.
      expect(
        await page.locator('main :is(img, svg, script, iframe, object, style, a[href^="javascript" i])').count(),
      ).toBe(0);
      expect(await page.evaluate(`/[\\u202e\\u2066\\u200b\\u0000\\u001b]/.test(document.body.innerText)`)).toBe(false);
      expect(await page.evaluate(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true);
    }
    const text = await page.locator('.details').innerText();
    expect(text).toContain('%3Cimg');
    await begin(`#/requests/${server.journal.entries({ command: 'item' })[0]?.id}`);
    await page.getByText('Request', { exact: false }).first().waitFor();
    await page.getByRole('table', { name: 'Arguments' }).getByText('<img src=x onerror=alert(1)>').first().waitFor();
    await begin('#/state/items');
    await page.getByRole('textbox', { name: 'Field' }).fill('title');
    await page.getByRole('textbox', { name: 'Value' }).fill(nasty[1] ?? '');
    await page.keyboard.press('Enter');
    await page.locator('.records').getByText('</bdi></td></table><script>').waitFor();
    // Nor can the address be made to say something else.
    await begin('#/state/%3Cimg src=x onerror=alert(1)%3E/%E0%A4%A');
    await page.getByRole('alert').waitFor();
    expect(opened.problems.splice(0)).toEqual([expect.stringContaining('404')]);
  });

  test('more than a thousand requests', async () => {
    await begin('#/requests');
    const key = { ...server.credentials.user, psk: 'wrong' };
    for (let at = 0; at < 1200; at++) await ask(server, { path: '/api/user/viewme', ...(at % 2 === 0 && { key }) });
    await using second = await openInspector(browser, server);
    await second.page.locator('.requests li').nth(999).waitFor({ state: 'attached' });
    expect(await second.page.locator('.counts').innerText()).toBe('1000 requests, 500 refused');
    // What the journal has forgotten goes from the list that saw it, too.
    await ask(server, { path: '/api/user/viewme' });
    const newest = server.journal.entries({ limit: 1 })[0]?.id;
    await page.locator(`.requests li:first-child a[href="#/requests/${newest}"]`).waitFor();
    expect(await page.locator('.requests li').count()).toBe(1000);
    await second.page.locator('.requests a').nth(998).click();
    await second.page.getByText(/^Request \d+,/).waitFor();
    expect(second.problems).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'enough contrast in %s, and a name for all that is pressed',
    async (colorScheme) => {
      server.faults.add({ http: 503, times: 1, command: 'role' });
      await socket.send(server, { target: signFor(server, { path: '/api/role/view' }).target });
      await ask(server, { path: '/api/user/viewme' }, socket);
      const { account, user } = server.credentials;
      const { path, query } = signFor(server, { account });
      const unsigned = query.replace(/&signature=.*/, '');
      await view(server, { searchtitle: 'a b' }, { key: { ...user, psk: 'wrong' } }, socket);
      await socket.send(server, {
        target: `${path}?${unsigned}&signature=${signFor(server, { account }).signature}`,
        body: 'limit=1',
      });
      server.clock.advance(10);
      const id = server.journal.entries({ limit: 1 })[0]?.id;
      await using themed = await openInspector(browser, server, `#/requests/${id}`, { colorScheme });
      await themed.page.getByRole('group', { name: 'What is wrong' }).waitFor();
      const seen: string[] = [];
      for (const hash of [
        `#/requests/${id}`,
        '#/requests',
        '#/faults',
        '#/clock',
        '#/snapshots',
        '#/state',
        '#/state/items',
      ]) {
        await themed.page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
        if (hash === '#/state/items') await themed.page.locator('.records').waitFor();
        const { faint, looked } = await themed.page.evaluate<{ faint: string[]; looked: number }>(tooFaint);
        expect(looked).toBeGreaterThan(10);
        seen.push(...faint, ...(await themed.page.evaluate<string[]>(nameless)));
      }
      expect(seen).toEqual([]);
      const ground = await themed.page.evaluate(`getComputedStyle(document.body).backgroundColor`);
      expect(ground).toBe(colorScheme === 'dark' ? 'rgb(16, 20, 24)' : 'rgb(244, 246, 248)');
    },
  );

  test('fits a phone', async () => {
    await view(server, { limit: 'many', searchtitle: 'x'.repeat(300) }, {}, socket);
    const id = server.journal.entries({ limit: 1 })[0]?.id;
    const viewport = { width: 360, height: 720 };
    await using phone = await openInspector(browser, server, '', { viewport, hasTouch: true, isMobile: true });
    await phone.page.locator('.requests a').tap();
    await phone.page.getByRole('group', { name: 'What is wrong' }).waitFor();
    expect(await phone.page.locator('.requests').isVisible()).toBe(false);
    for (const hash of [
      `#/requests/${id}`,
      '#/requests',
      '#/faults',
      '#/clock',
      '#/snapshots',
      '#/state',
      '#/state/items',
    ]) {
      await phone.page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      if (hash === '#/state/items') await phone.page.locator('.records').waitFor();
      expect(await phone.page.evaluate(`document.documentElement.scrollWidth`), hash).toBe(360);
    }
    expect(phone.problems).toEqual([]);
  });

  test('it notices that the server stopped, and that another one answers', async () => {
    const first = await startTestServer();
    await ask(first, { path: '/api/user/viewme' });
    await ask(first, { path: '/api/user/viewme' });
    await using watched = await openInspector(browser, first);
    await watched.page.locator('.requests li').nth(1).waitFor();
    await first.close();
    await watched.page.getByText('The server does not answer').waitFor();
    const second = await startTestServer({ port: Number(new URL(first.url).port) });
    onTestFinished(() => second.close());
    await view(second, { limit: 'many' });
    await watched.page.locator('.requests a', { hasText: '6 INPUT_ERROR' }).waitFor();
    expect(await watched.page.locator('.requests li').count()).toBe(1);
  });

  test('on a phone what is chosen is in sight, and the counts stay on one line', async () => {
    for (let count = 0; count < 14; count++) await view(server, {}, { account: 'nowhere' });
    const viewport = { width: 390, height: 844 };
    await using phone = await openInspector(browser, server, '', { viewport, hasTouch: true, isMobile: true });
    const counts = phone.page.getByText('14 requests, 14 refused');
    await counts.waitFor();
    const place = await counts.boundingBox();
    expect(place?.height).toBeLessThan(30);
    expect((await phone.page.getByLabel('Refused only').boundingBox())?.y).toBeCloseTo(place?.y ?? 0, -1);
    const clear = await phone.page.getByRole('button', { name: 'Clear' }).boundingBox();
    expect(clear?.y).toBeLessThan(place?.y ?? 0);
    const tab = phone.page.getByRole('link', { name: 'Requests', exact: true });
    const [box, text] = await Promise.all([
      tab.boundingBox(),
      phone.page.evaluate<{ y: number; height: number }>(`(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector('.top nav a'));
        return range.getBoundingClientRect().toJSON();
      })()`),
    ]);
    const middle = (of: { y: number; height: number } | null): number => (of === null ? 0 : of.y + of.height / 2);
    expect(Math.abs(middle(box) - middle(text))).toBeLessThan(1.5);
    for (const kind of ['securityprofiles', 'sessions', 'customers']) {
      await phone.page.evaluate(`location.hash = '#/state/${kind}'`);
      await phone.page.getByRole('heading', { name: kind }).waitFor();
      await phone.page.locator('.kinds [aria-current]', { hasText: kind }).waitFor();
      const chosen = await phone.page.locator('.kinds [aria-current]').boundingBox();
      expect(chosen?.x, kind).toBeGreaterThanOrEqual(0);
      expect((chosen?.x ?? 0) + (chosen?.width ?? 0), kind).toBeLessThanOrEqual(390);
    }
    expect(phone.problems).toEqual([]);
  });

  test('choosing a view moves no tab, and the foot tells of keys that do something there', async () => {
    const places = async () =>
      Promise.all((await page.locator('.top nav a').all()).map(async (tab) => (await tab.boundingBox())?.x));
    await begin('#/requests');
    const before = await places();
    expect(await page.locator('footer .hint:visible').allInnerTexts()).toHaveLength(4);
    await begin('#/clock');
    expect(await places()).toEqual(before);
    expect(await page.locator('footer .hint:visible').allInnerTexts()).toEqual(['p pause']);
  });
});

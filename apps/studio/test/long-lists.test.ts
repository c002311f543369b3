import { EventEmitter, once } from 'node:events';
import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { endSessions } from './end-sessions.ts';
import { signIn } from './open-studio.ts';
import { studioUnderTest } from './studio-under-test.ts';

interface Asked {
  readonly arguments: { readonly offset?: string; readonly itemtype?: string };
}

const asked = (route: Route): Asked['arguments'] => (JSON.parse(route.request().postData() ?? '{}') as Asked).arguments;

/** The cards that can be seen now, and how many of them are still blank. */
function seen(page: Page): Promise<{ readonly cards: number; readonly blank: number }> {
  return page.evaluate(`(() => {
    const cards = [...document.querySelectorAll('.card')].filter((card) => {
      const { top, bottom } = card.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    return { cards: cards.length, blank: cards.filter((card) => card.matches('.blank')).length };
  })()`);
}

describe.skipIf(!hasChromium)('a long list', () => {
  const open = studioUnderTest({ scenario: 'archive:6000' });

  test('a card that has the focus makes nothing load that lies between it and what is seen', async () => {
    const page = await open.signedIn();
    await page.locator('a.card').first().waitFor();
    const offsets: number[] = [];
    await page.route('**/item/view', async (route) => {
      offsets.push(Number(asked(route).offset ?? 0));
      await route.continue();
    });
    const card = page.locator('a.card').nth(1);
    await card.focus();
    for (const part of [0.5, 0.9]) {
      await page.evaluate(`scrollTo(0, document.body.scrollHeight * ${part})`);
      await expect.poll(() => seen(page)).toMatchObject({ blank: 0 });
      expect((await seen(page)).cards).toBeGreaterThan(10);
    }
    expect(offsets.length).toBeLessThan(8);
    expect(Math.min(...offsets)).toBeGreaterThan(1000);
    // The focus is where it was, on what it was.
    expect(await page.evaluate('document.activeElement.parentElement.dataset.index')).toBe('1');
    await page.keyboard.press('Home');
    await expect.poll(() => page.evaluate('document.activeElement.parentElement.dataset.index')).toBe('0');
    await expect.poll(() => seen(page)).toMatchObject({ blank: 0 });
    expect(offsets.length).toBeLessThan(10);
  });

  test('a part that does not come is told of until it comes, whatever else does', async () => {
    const page = await open.signedIn();
    await page.locator('a.card').first().waitFor();
    let isBroken = true;
    await page.route('**/item/view', async (route) => {
      if (isBroken && asked(route).offset === '960') await route.fulfill({ status: 502, body: 'nothing' });
      else await route.continue();
    });
    // Between two pages, of which the first is refused.
    const total = Number(await page.locator('.cell').first().getAttribute('aria-setsize'));
    await page.evaluate(`scrollTo(0, document.querySelector('.items').offsetHeight * ${1000 / total})`);
    await page.getByRole('alert').getByText('Some items could not be loaded').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await seen(page)).not.toMatchObject({ blank: 0 });
    expect(await page.getByRole('alert').count()).toBe(1);
    isBroken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => seen(page)).toMatchObject({ blank: 0 });
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('an answer for a session that has ended, come after the next one began, is asked for again', async () => {
    const page = await open.signedIn();
    await page.locator('a.card').first().waitFor();
    await page.waitForLoadState('networkidle');
    const gate = new EventEmitter();
    const signedIn = once(gate, 'signed in');
    let held = 0;
    await page.route('**/item/view', async (route) => {
      if (asked(route).itemtype !== 'audio' || held++ > 0) return route.continue();
      const response = await route.fetch();
      await signedIn;
      await route.fulfill({ response });
    });
    endSessions(open.studio);
    await page.getByLabel('Type').selectOption('audio');
    await expect.poll(() => held).toBe(1);
    // Something else is refused, and so the person is asked.
    await page.getByRole('link', { name: 'Live', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
    await dialog.waitFor();
    await signIn(page, open.studio);
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Library', exact: true }).click();
    gate.emit('signed in');
    await page.locator('a.card').first().waitFor();
    expect(new URL(page.url()).searchParams.get('type')).toBe('audio');
    expect(await page.getByText('Something went wrong').count()).toBe(0);
  });
});

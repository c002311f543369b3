import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { studioUnderTest } from './studio-under-test.ts';

describe.skipIf(!hasChromium)('the library', () => {
  const open = studioUnderTest({ scenario: 'archive:2000' });

  test('search and filters are in the address, and the address is enough', async () => {
    const page = await open.signedIn();
    await page.getByRole('searchbox').fill('lighthouse');
    await page.getByLabel('Type').selectOption('audio');
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('Archived items').selectOption('both');
    await page.getByLabel('Made from').fill('2016-01-01');
    await expect.poll(() => new URL(page.url()).search).toContain('from=2016-01-01');
    await expect.poll(() => page.locator('.count').innerText()).toMatch(/^\d+ items?/);
    const [address, count] = [page.url(), await page.locator('.count').innerText()];
    expect(Object.fromEntries(new URL(address).searchParams)).toMatchObject({
      q: 'lighthouse',
      type: 'audio',
      archived: 'both',
      from: '2016-01-01',
    });
    const other = await page.context().newPage();
    await other.goto(address);
    await expect.poll(() => other.locator('.count').innerText(), { timeout: 10_000 }).toBe(count);
    await other.getByRole('button', { name: 'Remove the filter Audio' }).click();
    await expect.poll(() => new URL(other.url()).searchParams.has('type')).toBe(false);
    await other.goBack();
    await expect.poll(() => other.getByLabel('Type').inputValue()).toBe('audio');
  });

  test('scrolls to the last of thousands, and back from an item to the same place and focus', async () => {
    const page = await open.signedIn();
    await page.locator('a.card').first().waitFor();
    const total = Number(await page.locator('.cell').first().getAttribute('aria-setsize'));
    expect(total).toBeGreaterThan(1500);
    await page.evaluate('scrollTo(0, document.body.scrollHeight / 2)');
    await expect.poll(() => page.locator('.blank').count(), { timeout: 10_000 }).toBe(0);
    expect(await page.locator('.cell').count()).toBeLessThan(60);
    const card = page.locator('a.card').nth(12);
    // What a click would do first: scroll there.
    await card.hover();
    const place = await page.evaluate('scrollY');
    const index = await card.locator('..').getAttribute('data-index');
    await card.click();
    await page.locator('video').first().waitFor();
    expect(await page.evaluate('scrollY')).toBe(0);
    await page.goBack();
    await expect.poll(() => page.evaluate('scrollY')).toBe(place);
    await expect.poll(() => page.evaluate('document.activeElement.parentElement.dataset.index')).toBe(index);
    await page.keyboard.press('End');
    await expect
      .poll(() => page.evaluate('document.activeElement.parentElement.dataset.index'))
      .toBe(String(total - 1));
  });

  test('what one may not do is disabled and says why', async () => {
    const page = await open.signedIn('/', { as: 'reader' });
    // The reader's rights are in the academy alone, so that is where they begin.
    await page.getByRole('heading', { name: 'Academy' }).waitFor();
    await page.locator('a.card').first().waitFor();
    const upload = page.getByRole('banner').getByRole('button', { name: 'Upload' });
    await expect.poll(() => upload.getAttribute('aria-disabled')).toBe('true');
    await upload.focus();
    await page.getByRole('tooltip').getByText('You may not upload in Academy').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('link', { name: 'Live', exact: true }).click();
    await page.getByText('You may not see live streams in Academy').waitFor();
    await page.getByLabel('Account').selectOption({ label: 'Newsroom' });
    await page.getByRole('link', { name: 'Library', exact: true }).click();
    await page.getByText('You may not see items in Newsroom').waitFor();
  });

  test('dates follow the language and the zone, which are shown and can be chosen', async () => {
    const page = await open.signedIn('/?account=', { locale: 'nl-NL', timezoneId: 'Asia/Tokyo' });
    await page.getByText('dates in Asia/Tokyo (GMT+9)').waitFor();
    await page.locator('a.card').first().click();
    const made = page.locator('.facts time').first();
    const before = await made.innerText();
    expect(before).toMatch(/\d{1,2} [a-z]+ 20\d\d/);
    await page.getByRole('button', { name: /settings and sign out/ }).click();
    await page.getByLabel('Times in').selectOption('America/New_York');
    await page.getByLabel('Dates and numbers as in').selectOption('en-US');
    await expect.poll(() => made.innerText()).not.toBe(before);
    expect(await made.innerText()).toMatch(/[AP]M$/);
    await page.getByText(/Times in America\/New York/).waitFor();
    await page.reload();
    await expect.poll(() => made.innerText()).toMatch(/[AP]M$/);
  });

  // Without a graphics card a loaded machine takes long to play anything.
  test('an item plays as a file and as a stream', { timeout: 180_000 }, async () => {
    const page = await open.signedIn('/?account=');
    await page.getByLabel('Account').selectOption({ label: 'Academy' });
    await page.getByRole('link', { name: /Lecture 1/ }).click();
    const play = `(async () => {
      for (let turn = 0; turn < 400; turn++) {
        const video = document.querySelector('video');
        video.muted = true;
        if (video.paused) video.play().catch(() => undefined);
        if (video.currentTime > 0.3) return video.pause(), video.currentTime;
        await new Promise((go) => setTimeout(go, 100));
      }
    })()`;
    expect(await page.evaluate(play)).toBeGreaterThan(0.2);
    await page.getByLabel('As a stream (HLS)').check();
    expect(await page.evaluate(play)).toBeGreaterThan(0.2);
    await page.getByRole('link', { name: 'Live', exact: true }).click();
    await page
      .getByRole('button', { name: /^Watch/ })
      .first()
      .click();
    expect(await page.evaluate(play)).toBeGreaterThan(0.2);
  });

  test('what is not there says so', async () => {
    const page = await open.signedIn('/items/It0000000000');
    await page.getByText('There is no such item here').waitFor();
    await page.goto(`${open.studio.url}/items/a%2Fb"><img src=x>`);
    await page.getByText('There is no such item here').waitFor();
    for (const path of ['/nowhere/at/all', '/items/%zz']) {
      await page.goto(open.studio.url + path);
      await page.getByText('There is no such page').waitFor();
    }
    await page.goto(`${open.studio.url}/?from=2024-02-31&to=2024-99-99&account=__proto__`);
    await page.locator('a.card').first().waitFor();
    expect(await page.getByRole('button', { name: /Remove the filter/ }).count()).toBe(0);
    await page.goto(`${open.studio.url}/?q=zzzzzzzz`);
    await page.getByText('Nothing found for “zzzzzzzz”').waitFor();
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await page.locator('a.card').first().waitFor();
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { studioUnderTest } from './studio-under-test.ts';
import { pickFiles, someBytes } from './upload-steps.ts';

/** What has the focus: its name, and how it is seen. */
async function focused(page: Page): Promise<{ readonly name: string; readonly outline: string }> {
  return page.evaluate(`(() => {
    const element = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const name = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
    return { name: name.trim(), outline: outlineStyle + ' ' + outlineWidth };
  })()`);
}

describe.skipIf(!hasChromium)('the keyboard alone', () => {
  const open = studioUnderTest();

  test('signs in', async () => {
    const page = await open.visit();
    const [editor] = open.studio.logins;
    await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('username');
    await page.keyboard.type('editor');
    await page.keyboard.press('Tab');
    await page.keyboard.type(editor?.password ?? '');
    await page.keyboard.press('Enter');
    await page.getByText('Radio news, 07:00').waitFor();
  });

  test('every stop on the way to the items is seen, and arrow keys lead through them', async () => {
    const page = await open.signedIn();
    await page.getByText('Radio news, 07:00').waitFor();
    await page.evaluate('document.activeElement.blur()');
    const names: string[] = [];
    for (let turn = 0; turn < 20; turn++) {
      await page.keyboard.press('Tab');
      const { name, outline } = await focused(page);
      names.push(name);
      expect(`${name}: ${outline}`).toBe(`${name}: solid 2px`);
      if (name.includes('marathon')) break;
    }
    const expected = [
      'Skip to the content',
      'Library',
      'Live',
      'Uploads',
      'Account',
      'Upload',
      'settings',
      'Search',
      'Type',
      'Order',
      'Filters',
      'marathon',
    ];
    expect(names.filter((name) => expected.some((word) => name.includes(word))).length).toBeGreaterThanOrEqual(
      expected.length,
    );
    await page.keyboard.press('ArrowRight');
    expect((await focused(page)).name).toContain('night train');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect((await focused(page)).name).toContain('night train');
    await page.keyboard.press('Enter');
    await page.getByText('From Amsterdam to Vienna').waitFor();
    await expect.poll(() => focused(page).then(({ name }) => name)).toContain('night train');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await page.keyboard.press('Shift+Tab');
    expect((await focused(page)).name).toBe('Library');
    await page.keyboard.press('Enter');
    await page.getByText('Radio news, 07:00').waitFor();
    await expect.poll(() => focused(page).then(({ name }) => name)).toContain('night train');
  });

  test('a slash leads to the search, Escape closes dialogs and menus and gives the focus back', async () => {
    const page = await open.signedIn();
    await page.getByText('Radio news, 07:00').waitFor();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
    const menu = page.getByRole('button', { name: /settings and sign out/ });
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Times in').waitFor();
    await page.keyboard.press('Tab');
    expect((await focused(page)).name).toContain('Dates and numbers');
    await page.keyboard.press('Escape');
    await page.getByLabel('Times in').waitFor({ state: 'hidden' });
    expect((await focused(page)).name).toContain('settings');
    const upload = page.getByRole('banner').getByRole('button', { name: 'Upload' });
    await upload.focus();
    await pickFiles(page, () => page.keyboard.press('Enter'), [{ name: 'x.mp4', ...someBytes(1) }]);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toContain('Upload');
  });
});

import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { studioUnderTest } from './studio-under-test.ts';

/** Tags of the items that are drawn which some edge cuts off, or that stand on another item. */
const CUT_OFF = `[...document.querySelectorAll('.card .tag')].filter((tag) => {
  const [own, line, card] = [tag, tag.parentElement, tag.closest('.card')].map((each) => each.getBoundingClientRect());
  return own.right > line.right + 0.5 || own.bottom > card.bottom + 0.5 || own.top < card.top - 0.5;
}).map((tag) => tag.closest('.card').textContent)`;

describe.skipIf(!hasChromium)('a phone', () => {
  const open = studioUnderTest();

  for (const width of [320, 390]) {
    test(`shows at ${width} pixels which zone dates are in, and tags as a whole`, async () => {
      const { items } = open.studio.platform.state;
      for (const { id } of items) items.update(id, { type: 'videoonly', duration: null, archived: true });
      const viewport = { width, height: 844 };
      const page = await open.signedIn('/?archived=both', { viewport, timezoneId: 'America/Los_Angeles' });
      await page.getByText('No media yet').first().waitFor();
      expect(await page.locator('.card .tag').count()).toBeGreaterThan(5);
      expect(await page.evaluate(CUT_OFF)).toEqual([]);
      const zone = page.getByText(/dates in America.Los Angeles .GMT.\d./);
      await zone.waitFor();
      const box = await zone.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThan(width);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    });
  }
});

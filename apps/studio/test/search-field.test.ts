import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { studioUnderTest } from './studio-under-test.ts';

describe.skipIf(!hasChromium)('the search field', () => {
  const open = studioUnderTest();

  test('follows the address when one goes back, also with the focus in it, and does not search again', async () => {
    const page = await open.signedIn();
    await page.getByText('Radio news, 07:00').waitFor();
    const field = page.getByRole('searchbox');
    await field.pressSequentially('marathon');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('marathon');
    await page.goBack();
    await page.getByText('Radio news, 07:00').waitFor();
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
    await expect.poll(() => field.inputValue()).toBe('');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.postData() ?? ''));
    await field.blur();
    // Another filter is asked for after what leaving the field could ask for.
    await page.getByLabel('Type').selectOption('audio');
    await expect.poll(() => new URL(page.url()).searchParams.get('type')).toBe('audio');
    expect(new URL(page.url()).searchParams.has('q')).toBe(false);
    expect(asked.filter((body) => body.includes('marathon'))).toEqual([]);
    await page.goBack();
    await page.goForward();
    await expect.poll(() => new URL(page.url()).searchParams.get('type')).toBe('audio');
  });

  test('going forward fills it again', async () => {
    const page = await open.signedIn();
    await page.getByText('Radio news, 07:00').waitFor();
    const field = page.getByRole('searchbox');
    await field.pressSequentially('marathon');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('marathon');
    await page.goBack();
    await expect.poll(() => field.inputValue()).toBe('');
    await page.goForward();
    await expect.poll(() => field.inputValue()).toBe('marathon');
  });

  test('leaves alone what is being typed: the space before the next word too', async () => {
    const page = await open.signedIn();
    await page.getByText('Radio news, 07:00').waitFor();
    const field = page.getByRole('searchbox');
    await field.pressSequentially('radio ');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('radio');
    await field.pressSequentially('news');
    expect(await field.inputValue()).toBe('radio news');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('radio news');
  });
});

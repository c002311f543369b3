import { EventEmitter, once } from 'node:events';
import type { Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { studioUnderTest } from './studio-under-test.ts';
import { chooseFiles, someBytes } from './upload-steps.ts';

describe.skipIf(!hasChromium)('a network that is not there, or slow', () => {
  const open = studioUnderTest();

  test('offline is told, uploads wait, and all goes on when it is back', async () => {
    const page = await open.signedIn();
    await page.getByText('Radio news, 07:00').waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await chooseFiles(page, [{ name: 'patient.mp4', ...someBytes(2000) }]);
    await page.getByText('an upload waits for the network').waitFor();
    await page.getByRole('searchbox').fill('marathon');
    await page.getByText('No connection').waitFor({ timeout: 30_000 });
    await page.context().setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'detached' });
    await page.getByText('Live: marathon of Rotterdam').waitFor();
    await page.getByRole('link', { name: 'Uploads' }).first().click();
    await page.getByRole('listitem').filter({ hasText: 'patient' }).getByText('Uploaded').waitFor();
  });

  test('an upload whose line breaks on the way goes again by itself when it is back, and arrives once', async () => {
    const page = await open.signedIn('/uploads');
    // A browser that is told to be offline lets what is under way come to its end.
    const line = new EventEmitter();
    const breaks = async (route: Route): Promise<void> => {
      await once(line, 'cut');
      await route.abort('internetdisconnected');
    };
    await page.route('**/streamone/upload', breaks, { times: 1 });
    await chooseFiles(page, [{ name: 'broken.mp4', ...someBytes(1_000_000) }]);
    const row = page.getByRole('listitem').filter({ hasText: 'broken' });
    await row.getByRole('progressbar').waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    line.emit('cut');
    await row.getByText('The network broke off; it is sent again once it is back').waitFor();
    await page.getByText('an upload waits for the network').waitFor();
    await page.context().setOffline(false);
    await row.getByText('Uploaded').waitFor();
    const { files } = open.studio.platform.state;
    expect([...files].filter(({ name }) => name === 'broken.mp4')).toHaveLength(1);
  });

  test('one that breaks while the browser thinks that there is a network can be sent again', async () => {
    const page = await open.signedIn('/uploads');
    await page.route('**/streamone/upload', (route) => route.abort('connectionreset'), { times: 1 });
    await chooseFiles(page, [{ name: 'reset.mp4', ...someBytes(3_000_000) }]);
    const row = page.getByRole('listitem').filter({ hasText: 'reset' });
    await row.getByText('Failed: the network broke off.').waitFor();
    await row.getByRole('button', { name: 'Try again' }).click();
    await row.getByText('Uploaded').waitFor();
  });

  test('a slow answer is waited for, and said to be slow', async () => {
    const page = await open.signedIn('/live');
    await page.getByRole('heading', { name: 'Harbour webcam' }).waitFor();
    const takeBack = open.studio.platform.faults.add({ kind: 'delay', ms: 6000, command: 'item', times: 1 });
    await page.getByRole('link', { name: 'Library', exact: true }).click();
    await page.getByText('Loading…').waitFor();
    await page.getByText('This takes longer than usual').waitFor();
    await page.getByText('Radio news, 07:00').waitFor();
    expect(await page.getByText('This takes longer than usual').count()).toBe(0);
    takeBack();
  });

  test('an answer that comes late does not take the place of a newer one', async () => {
    const page = await open.signedIn();
    await page.getByText('Radio news, 07:00').waitFor();
    const takeBack = open.studio.platform.faults.add({ kind: 'delay', ms: 2500, command: 'item', times: 1 });
    const asked = page.waitForRequest((request) => request.postData()?.includes('weather') === true);
    await page.getByRole('searchbox').fill('weather');
    const late = await asked;
    await page.getByRole('searchbox').fill('marathon');
    await page.getByText('Live: marathon of Rotterdam').waitFor();
    await (await late.response())?.finished();
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 100)))');
    expect(await page.locator('.cell').count()).toBe(1);
    takeBack();
  });

  test('a platform that fails is told in plain words, with the way on', async () => {
    const takeBack = open.studio.platform.faults.add({ http: 500, command: 'item' });
    const page = await open.signedIn();
    await page.getByText('The platform does not answer').waitFor({ timeout: 30_000 });
    takeBack();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Radio news, 07:00').waitFor();
  });
});

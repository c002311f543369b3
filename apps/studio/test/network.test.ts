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

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { EDITOR, chromiumSite } from './chromium-site.ts';

const watch = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    globalThis.opened = globalThis.streamone.open();
    await globalThis.opened.client.resume();
  });

const told = (page: Page): Promise<{ events: unknown[]; user: string | null | undefined }> =>
  page.evaluate(() => {
    const { client, told: events } = globalThis.opened;
    return { events, user: client.session === undefined ? undefined : (client.session?.user ?? null) };
  });

describe.skipIf(!hasChromium)('several tabs, in Chromium', () => {
  const at = chromiumSite();

  test.for([
    ['by a channel', ''],
    ['by the storage, where there are no channels', 'delete globalThis.BroadcastChannel'],
  ] as const)('see a login and a logout in another, %s', async ([, script]) => {
    if (script !== '') await at.context.addInitScript(script);
    await at.page.reload();
    const other = await at.tab();
    const bystander = await at.tab();
    for (const page of [at.page, other, bystander]) await watch(page);
    const user = await at.page.evaluate(async (editor) => (await globalThis.opened.client.login(editor)).user, EDITOR);
    await expect.poll(async () => (await told(other)).user).toBe(user);
    expect(await other.evaluate(async () => (await globalThis.opened.client.user.viewme()).id)).toBe(user);
    await other.evaluate(() => globalThis.opened.client.logout());
    for (const page of [at.page, bystander]) await expect.poll(async () => (await told(page)).user).toBe(null);
    expect((await told(at.page)).events).toEqual([
      ['session', null],
      ['session', user],
      ['session', null],
      ['logout', 'elsewhere'],
    ]);
    expect(await other.evaluate(() => JSON.stringify(Object.entries(localStorage)))).toBe('[]');
  });

  test('a request that is refused before the tab hears of a logout does not make it a session that ran out', async () => {
    const other = await at.tab('/empty');
    await other.addInitScript(`{
      const held = [];
      const { addEventListener } = BroadcastChannel.prototype;
      BroadcastChannel.prototype.addEventListener = function (name, listener) {
        addEventListener.call(this, name, (event) => held.push(() => listener(event)));
      };
      globalThis.hear = () => held.splice(0).map((tell) => tell()).length;
    }`);
    await other.goto(at.site.url);
    await at.page.evaluate((editor) => globalThis.streamone.open().client.login(editor), EDITOR);
    for (const page of [at.page, other]) await watch(page);
    await at.page.evaluate(() => globalThis.opened.client.logout());
    const error = await other.evaluate(() => globalThis.streamone.errorOf(globalThis.opened.client.user.viewme()));
    expect(error).toMatchObject({ code: 'no-session' });
    const before = [
      ['session', expect.any(String)],
      ['session', null],
      ['logout', 'ended'],
    ];
    expect((await told(other)).events).toEqual(before);
    await expect.poll(() => other.evaluate('hear()')).toBe(1);
    await expect.poll(async () => (await told(other)).events).toEqual([...before, ['logout', 'elsewhere']]);
  });

  test('a request that is refused while the person logs out is no news', async () => {
    const events = await at.page.evaluate(async (editor) => {
      const { open, errorOf } = globalThis.streamone;
      const refused: unknown[] = [];
      const { client, told: heard } = open({
        // The logout is answered once a request after it was refused.
        fetch: async (url, init) => {
          const answer = await fetch(url, init);
          if (url.endsWith('/logout')) refused.push((await errorOf(client.user.viewme()))['code']);
          return answer;
        },
      });
      await client.login(editor);
      await client.logout();
      return [...heard.slice(1), ...refused];
    }, EDITOR);
    expect(events).toEqual([['session', null], ['logout', 'logout'], 'no-session']);
  });

  test('one whose client was closed hears nothing more', async () => {
    const other = await at.tab();
    for (const page of [at.page, other]) await watch(page);
    await other.evaluate(() => globalThis.opened.client.close());
    await at.page.evaluate((editor) => globalThis.opened.client.login(editor), EDITOR);
    await at.page.evaluate(() => globalThis.opened.client.logout());
    expect((await told(other)).events).toEqual([['session', null]]);
  });
});

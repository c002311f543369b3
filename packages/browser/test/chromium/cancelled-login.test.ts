import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { hasChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { EDITOR, chromiumSite } from './chromium-site.ts';

const READER = { username: 'reader', password: 'Academie-aan-zee-5' } as const;

const whoIsIn = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => (await globalThis.streamone.open().client.resume())?.user);

describe.skipIf(!hasChromium)('a login that is ended while its last request is answered, in Chromium', () => {
  /** Lets the answer go that is held back. */
  let letGo: (() => void) | undefined;
  let isHeld = false;
  /** Whether the next answer to the last request of a login is to be held back. */
  let holds = false;
  const at = chromiumSite({
    first: (incoming, outgoing) => {
      if (!holds || incoming.url !== '/streamone/login') return false;
      holds = false;
      const end = outgoing.end.bind(outgoing) as (body: unknown) => typeof outgoing;
      outgoing.end = ((body: unknown) => {
        isHeld = true;
        letGo = () => void end(body);
        return outgoing;
      }) as typeof outgoing.end;
      return false;
    },
  });
  beforeEach(() => {
    const { sessions } = at.site.platform.state;
    for (const id of Array.from(sessions, (session) => session.id)) sessions.remove(id);
  });
  const inSession = (): number => [...at.site.platform.state.sessions].length;

  /** Begins a login and ends it once its last request was sent. */
  async function cancelled(page: Page): Promise<Record<string, unknown>> {
    [holds, isHeld] = [true, false];
    const ended = page.evaluate((editor) => {
      const { open, errorOf } = globalThis.streamone;
      globalThis.opened = open();
      const ends = new AbortController();
      addEventListener('cancel', () => ends.abort(), { once: true });
      return errorOf(globalThis.opened.client.login({ ...editor, signal: ends.signal }));
    }, EDITOR);
    await expect.poll(() => isHeld).toBe(true);
    await page.evaluate(() => void dispatchEvent(new Event('cancel')));
    return ended;
  }

  test('is ended at once, and nobody is logged in by it', async () => {
    const error = await cancelled(at.page);
    expect(error).toMatchObject({ name: 'AbortedError', sent: 'unknown', action: 'create' });
    const answered = at.page.waitForResponse('**/streamone/logout');
    letGo?.();
    await answered;
    expect(await whoIsIn(at.page)).toBeUndefined();
    expect((await at.context.cookies()).map(({ name }) => name)).toEqual([]);
    expect(inSession()).toBe(0);
    expect(at.site.asked().filter((path) => path.startsWith('session/'))).toContain('session/delete');
  });

  test('whoever asks meanwhile hears of nobody', async () => {
    await cancelled(at.page);
    const resumed = at.page.evaluate(async () => {
      const session = await globalThis.opened.client.resume();
      return [session, globalThis.opened.told];
    });
    letGo?.();
    expect(await resumed).toEqual([null, [['session', null]]]);
  });

  test.for([['on the same page'], ['in another tab']] as const)('a newer one wins, %s', async ([where]) => {
    const page = where === 'in another tab' ? await at.tab() : at.page;
    await cancelled(at.page);
    await page.evaluate(() => (globalThis.opened ??= globalThis.streamone.open()));
    const newer = page.evaluate(async (reader) => (await globalThis.opened.client.login(reader)).user, READER);
    letGo?.();
    const user = await newer;
    expect(await whoIsIn(page)).toBe(user);
    expect(await page.evaluate(async () => (await globalThis.opened.client.user.viewme()).username)).toBe('reader');
    expect(inSession()).toBe(1);
    await page.evaluate(() => globalThis.opened.client.logout());
  });

  test('one that waits for it can be ended too, and has sent nothing', async () => {
    await cancelled(at.page);
    const error = await at.page.evaluate((editor) => {
      const { client } = globalThis.opened;
      return globalThis.streamone.errorOf(client.login({ ...editor, signal: AbortSignal.timeout(50) }));
    }, EDITOR);
    expect(error).toMatchObject({ name: 'AbortedError', sent: 'no' });
    letGo?.();
    expect(await whoIsIn(at.page)).toBeUndefined();
  });

  test('one that the platform refuses ends nobody', async () => {
    const other = await at.tab();
    const user = await other.evaluate(async (editor) => {
      globalThis.opened = globalThis.streamone.open();
      return (await globalThis.opened.client.login(editor)).user;
    }, EDITOR);
    at.site.platform.faults.add({ status: 281, times: 1, command: 'session', action: 'create' });
    await cancelled(at.page);
    const answered = at.page.waitForResponse('**/streamone/login');
    letGo?.();
    await answered;
    // The next login comes after all that this one has left to do.
    expect(await whoIsIn(at.page)).toBe(user);
    expect(at.sent.filter((text) => text.includes('/streamone/logout'))).toEqual([]);
  });

  test('an answer that breaks off logs nobody in either', async () => {
    await at.context.route('**/streamone/login', async (route) => {
      await route.fetch();
      await route.abort();
    });
    const error = await at.page.evaluate((editor) => {
      globalThis.opened = globalThis.streamone.open();
      return globalThis.streamone.errorOf(globalThis.opened.client.login(editor));
    }, EDITOR);
    expect(error).toMatchObject({ name: 'NetworkError', sent: 'unknown' });
    expect(await whoIsIn(at.page)).toBeUndefined();
    await expect.poll(inSession).toBe(0);
  });
});

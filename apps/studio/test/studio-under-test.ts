import { afterAll, afterEach, beforeAll } from 'vitest';
import type { StudioOptions } from '../server/start-studio.ts';
import { type OpenStudio, openStudio } from './open-studio.ts';

/** What tests have of a studio: everything but its end. */
export type StudioUnderTest = Omit<OpenStudio, typeof Symbol.asyncDispose>;

/** Sets up one studio and one Chromium for the tests of a `describe`, each of which begins without a page. */
export function studioUnderTest(options: StudioOptions = {}): StudioUnderTest {
  let opened: OpenStudio | undefined;
  const open = (): OpenStudio => {
    if (opened === undefined) throw new Error('the studio is not open yet');
    return opened;
  };
  beforeAll(async () => {
    opened = await openStudio(options);
  });
  afterEach(async () => {
    for (const context of opened?.browser.contexts() ?? []) await context.close();
  });
  afterAll(async () => {
    await opened?.[Symbol.asyncDispose]();
  });
  return {
    get studio() {
      return open().studio;
    },
    get browser() {
      return open().browser;
    },
    context: (...given) => open().context(...given),
    visit: (...given) => open().visit(...given),
    signedIn: (...given) => open().signedIn(...given),
  };
}

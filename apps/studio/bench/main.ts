// How fast the studio is: `node apps/studio/bench/main.ts`. It needs the build and Chromium, and a machine that does
// nothing else meanwhile. Prints a table; exits with 1 where a goal is missed.
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { openStudio } from '../test/open-studio.ts';
import { firstItems } from './first-items.ts';
import { scrolling } from './scrolling.ts';

/** What was measured, and what it should be. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly goal: string;
  readonly met: boolean;
}

if (!hasChromium) throw new Error('Chromium is missing: scripts/install-system-packages, or apt-get install chromium');
const open = await openStudio({ scenario: 'archive:10000' });
const figures: Figure[] = [...(await firstItems(open)), ...(await scrolling(open))];
await open[Symbol.asyncDispose]();

for (const { name, value, goal, met } of figures) {
  console.log(`${met ? 'ok    ' : 'MISSED'} ${name.padEnd(58)} ${value.padStart(28)}   ${goal}`);
}
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;

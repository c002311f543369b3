import type { CDPSession, Page } from 'playwright-core';
import type { OpenStudio } from '../test/open-studio.ts';
import type { Figure } from './main.ts';

/** Pixels a second: reading, looking for something, and flinging. */
const SPEEDS = [1500, 6000, 20_000] as const;
const SECONDS = 6;

const BEGIN = `(() => {
  const run = (globalThis.run = { frames: [], from: scrollY, isOver: false });
  const note = (time) => {
    run.frames.push(time);
    if (!run.isOver) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
})()`;

const END = `(() => {
  const { run } = globalThis;
  run.isOver = true;
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return { frames: run.frames, moved: Math.abs(scrollY - run.from), isDrawn: middle.closest('.items') !== null };
})()`;

interface Run {
  readonly frames: readonly number[];
  readonly moved: number;
  readonly isDrawn: boolean;
}

/** How long each frame took while something was done, in milliseconds. */
async function framesWhile(page: Page, least: number, work: () => Promise<unknown>): Promise<number[]> {
  await page.evaluate(BEGIN);
  await work();
  const { frames, moved, isDrawn } = await page.evaluate<Run>(END);
  if (moved < least || !isDrawn) throw new Error(`It scrolled ${moved} pixels, not ${least}`);
  return frames.slice(1).map((time, at) => time - (frames[at] ?? 0));
}

/** Scrolls as a wheel does: the browser moves the page by itself, and the studio has to keep up. */
async function fling(devtools: CDPSession, speed: number): Promise<void> {
  await devtools.send('Input.synthesizeScrollGesture', {
    x: 190,
    y: 500,
    yDistance: -speed * SECONDS,
    speed,
    gestureSourceType: 'mouse',
    preventFling: true,
  });
}

function figure(name: string, frames: readonly number[]): Figure {
  const ordered = frames.toSorted((one, other) => one - other);
  const rate = (1000 * frames.length) / frames.reduce((sum, frame) => sum + frame, 0);
  const most = ordered[Math.floor(ordered.length * 0.95)] ?? 0;
  const value = `${rate.toFixed(1)} / s, 95 %: ${most.toFixed(1)} ms`;
  return { name, value, goal: '> 50 / s, 95 % <= 25 ms', met: rate > 50 && most <= 25 };
}

/** How many frames the browser draws while 8,000 items of an archive scroll by, on a wide screen and on a phone. */
export async function scrolling(open: OpenStudio): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const screens = [
    ['grid', { width: 1280, height: 800 }],
    ['list, phone', { width: 390, height: 844 }],
  ] as const;
  for (const [name, viewport] of screens) {
    const page = await open.signedIn('/?archived=both', { viewport, hasTouch: true });
    await page.locator('a.card').first().waitFor();
    const total = await page.locator('.cell').first().getAttribute('aria-setsize');
    const devtools = await page.context().newCDPSession(page);
    for (const speed of SPEEDS) {
      await page.waitForTimeout(500);
      const frames = await framesWhile(page, speed * SECONDS * 0.9, () => fling(devtools, speed));
      figures.push(figure(`scrolling ${total} items, ${name}, ${speed} pixels a second`, frames));
    }
    // The middle of all, and the end, at once.
    const jumps = await framesWhile(page, 10_000, async () => {
      for (const part of [0.5, 0.25, 0.9, 0.1, 1]) {
        await page.evaluate(`scrollTo(0, document.body.scrollHeight * ${part})`);
        await page.waitForTimeout(400);
      }
    });
    figures.push(figure(`jumping through ${total} items, ${name}`, jumps));
    await page.context().close();
  }
  return figures;
}

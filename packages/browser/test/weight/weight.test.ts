import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Installed, install } from '../trials/installed.ts';
import { type Weight, prose, scales } from './weigh.ts';
import { CEILINGS, records } from './weights.ts';

/** How far a weight may be from its record. */
const SLACK = 200;

describe.each(Object.entries(scales))('a page bundled by %s', (name, weigh) => {
  let installed: Installed;
  let weight: Weight;
  beforeAll(async () => {
    installed = install();
    weight = await weigh(installed);
  }, 60_000);
  afterAll(() => installed?.remove());

  test.for(['client', 'withBoth'] as const)('weighs what is recorded: %s', (what) => {
    const recorded = records.at(-1)?.[name as keyof typeof scales][what] ?? 0;
    const message = `${weight[what]} bytes, recorded ${recorded}: add a record with a note to weights.ts`;
    expect(Math.abs(weight[what] - recorded), message).toBeLessThanOrEqual(SLACK);
  });

  test.for(['client', 'withBoth'] as const)('is as light as the project wants it: %s', (what) => {
    expect(weight[what]).toBeLessThanOrEqual(CEILINGS[what]);
  });

  test('has no bcrypt, no ky, no zod in it before they are needed', () => {
    expect(weight.modules.length).toBeGreaterThan(100);
    expect(
      weight.modules.filter((module) => /bcrypt|@noble|\/ky\/|\/zod\/|signing\.js$|\/login-worker/.test(module)),
    ).toEqual([]);
    expect(weight.code).not.toMatch(/\beval\(|new Function\b|ZodCatch|innerType|\$ZodError/);
  });

  test('has no prose of the catalogue in it', () => {
    const texts = prose();
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter((text) => weight.code.includes(text))).toEqual([]);
  });
});

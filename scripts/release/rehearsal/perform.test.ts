import { expect, test } from 'vitest';
import { NotHereError, performAll } from './perform.ts';
import { table } from './table.ts';

const STAGE = { folder: '/nowhere', registry: 'http://127.0.0.1:1/', version: '0.1.0' };

test('what fails or can not run here holds up nothing else', async () => {
  const told: string[] = [];
  const outcomes = await performAll(
    [
      { name: 'good', run: async ({ version }) => `ran with ${version}` },
      { name: 'bad', run: () => Promise.reject(new Error('broken\nin two lines')) },
      { name: 'elsewhere', run: () => Promise.reject(new NotHereError('there is no browser')) },
    ],
    STAGE,
    { atOnce: 2, tell: ({ name }) => told.push(name) },
  );
  expect(outcomes.map(({ took: _took, ...rest }) => rest)).toEqual([
    { name: 'good', result: 'ok', used: 'ran with 0.1.0' },
    { name: 'bad', result: 'FAILED', used: '', why: 'broken\nin two lines' },
    { name: 'elsewhere', result: 'left out', used: '', why: 'there is no browser' },
  ]);
  expect(told.toSorted()).toEqual(['bad', 'elsewhere', 'good']);
});

test('no more run at once than may', async () => {
  let [running, most] = [0, 0];
  const run = async (): Promise<string> => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return '';
  };
  const all = Array.from({ length: 5 }, (_, at) => ({ name: String(at), run }));
  const outcomes = await performAll(all, STAGE, { atOnce: 2, tell: () => undefined });
  expect(most).toBe(2);
  expect(outcomes.map(({ name }) => name)).toEqual(['0', '1', '2', '3', '4']);
});

test('the table has a line for each, and counts', () => {
  const lines = table([
    { name: 'Node', result: 'ok', used: 'v24', took: 1.25 },
    { name: 'TypeScript 5.9', result: 'FAILED', used: '', took: 12, why: 'tsc ended with 2\nmore' },
    { name: 'bun', result: 'left out', used: '', took: 0, why: 'none for this machine' },
  ]).split('\n');
  expect(lines).toEqual([
    'ok        Node              1.3 s  v24',
    'FAILED    TypeScript 5.9   12.0 s  tsc ended with 2',
    'left out  bun               0.0 s  none for this machine',
    '1 passed, 1 failed, 1 left out',
  ]);
});

import { OutOfTimeError } from '@streamone/client';
import { expect, test, vi } from 'vitest';
import { pageAttempts } from '../src/attempts/page-attempts.ts';

// The tests of attempts, as they are run for ky, over those that a page makes.
vi.mock('../../client/src/attempts/ky-attempts.ts', async () => {
  const page = await import('../src/attempts/page-attempts.ts');
  return { kyAttempts: page.pageAttempts };
});

await import('../../client/test/retries.test.ts');
await import('../../client/test/time-limits.test.ts');
await import('../../client/test/clock-skew.test.ts');

test('the limit of the whole call ends an attempt that has more time, at once', async () => {
  const started = performance.now();
  const never = new Promise<void>(() => undefined);
  const plan = { url: '', timeout: { attempt: 5000, total: 50 }, retries: 2, signal: undefined } as const;
  await expect(pageAttempts({ ...plan, once: () => never, again: () => 0 })).rejects.toBeInstanceOf(OutOfTimeError);
  expect(performance.now() - started).toBeLessThan(1000);
});

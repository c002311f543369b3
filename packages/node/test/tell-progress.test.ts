import { afterEach, expect, test, vi } from 'vitest';
import { tellProgress } from '../src/upload/tell-progress.ts';
import type { UploadProgress } from '../src/upload/upload-options.ts';

afterEach(() => vi.useRealTimers());

/** A chunk each 30 ms, for 3 s. */
async function* read(): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < 100; at++) {
    vi.advanceTimersByTime(30);
    yield new Uint8Array(1);
  }
}

test('progress is told ten times a second at most, and at the end', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const seen: UploadProgress[] = [];
  const counts: number[] = [];
  const source = { size: 100, name: 'x', type: 'y', read, close: () => Promise.resolve() };
  const told = tellProgress(
    source,
    (progress) => seen.push(progress),
    (sent) => counts.push(sent),
  );
  for await (const chunk of told) expect(chunk).toHaveLength(1);
  // Each fourth chunk, 120 ms apart, beginning with the first.
  expect(seen.map(({ sent }) => sent)).toEqual([...Array.from({ length: 25 }, (_, at) => 1 + at * 4), 100]);
  expect(counts).toHaveLength(100);
});

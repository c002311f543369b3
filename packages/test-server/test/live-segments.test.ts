import { expect, test } from 'vitest';
import { liveSegments } from '../src/media/hls/live-segments.js';

const SEGMENTS = [0, 1, 2].map((at) => ({ offset: at, length: 1, duration: 2 }));
const MONDAY = Date.parse('2026-11-23T00:00:00Z');

test('a live stream counts so few loops that a player can go through them, and lists as much at every moment', () => {
  for (let hour = 0; hour < 24 * 15; hour++) {
    const { segments, live } = liveSegments(SEGMENTS, MONDAY + hour * 3_600_000);
    expect(segments).toHaveLength(6);
    expect(live.discontinuities).toBeGreaterThan(100_000);
    expect(live.discontinuities).toBeLessThan(250_000);
  }
});

test('it goes on from moment to moment', () => {
  const [one, next] = [0, 2000].map((later) => liveSegments(SEGMENTS, MONDAY + later).live.sequence);
  expect((next ?? 0) - (one ?? 0)).toBe(1);
});

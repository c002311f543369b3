import { wait } from './wait.js';

/** At most so many pieces, and none more often than every so many milliseconds. */
const MOST_PIECES = 100;
const SHORTEST_PAUSE = 10;

/**
 * Gives bytes piece by piece, a pause before each, so that the last comes after the whole time.
 *
 * @param ms the whole time, in milliseconds
 * @throws the signal's reason, once it is aborted.
 */
export async function* trickle(bytes: Uint8Array<ArrayBuffer>, ms: number, signal: AbortSignal) {
  const count = Math.max(1, Math.min(MOST_PIECES, bytes.length, Math.floor(ms / SHORTEST_PAUSE)));
  const due = performance.now();
  for (let piece = 0; piece < count; piece++) {
    // Each by the time since the beginning: timers are late, and would add up.
    await wait(Math.max(0, due + (ms * (piece + 1)) / count - performance.now()), signal);
    yield bytes.subarray(Math.floor((piece * bytes.length) / count), Math.floor(((piece + 1) * bytes.length) / count));
  }
}

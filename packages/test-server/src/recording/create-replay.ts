import { InvalidArgumentError } from '@streamone/core';
import { fetchAdapter } from '../adapters/fetch-adapter.js';
import { nodeRuntime } from '../node-runtime.js';
import { createReplayAnswer } from './replay/replay-answer.js';
import type { ReplayOptions } from './replay/replay-options.js';
import { replayWeb } from './replay/replay-web.js';
import type { Replay } from './replay/replay.js';

/**
 * Replays recordings without a socket: its `fetch` is answered in process, its URL is
 * `https://streamone.test`.
 *
 * @throws InvalidArgumentError when there are no recordings.
 */
export function createReplay(options: ReplayOptions): Replay {
  if (!Array.isArray(options.recordings) || options.recordings.length === 0) {
    throw new InvalidArgumentError({ argument: 'recordings', expected: 'recordings', given: options.recordings });
  }
  const url = 'https://streamone.test';
  const closing = new AbortController();
  const close = (): Promise<void> => {
    closing.abort();
    return Promise.resolve();
  };
  const answer = createReplayAnswer(options, { ...nodeRuntime, place: { url } });
  return { url, fetch: fetchAdapter(answer, replayWeb, closing.signal), close, [Symbol.asyncDispose]: close };
}

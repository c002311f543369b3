import { fetchAdapter } from '../adapters/fetch-adapter.js';
import { checkHost, checkPort, listen } from '../adapters/listen.js';
import { nodeRuntime } from '../node-runtime.js';
import { readRecordings } from './read-recordings.js';
import { createReplayAnswer } from './replay/replay-answer.js';
import type { SocketReplayOptions } from './replay/replay-options.js';
import { replayWeb } from './replay/replay-web.js';
import type { Replay } from './replay/replay.js';

/**
 * Starts a server that answers with what the recorder wrote to a folder.
 *
 * @throws InvalidArgumentError for an option that makes no sense, and for a folder without recordings; Node's own
 *   error when the port is taken.
 */
export async function startReplay(options: SocketReplayOptions): Promise<Replay> {
  const { folder, port = 0, host = '127.0.0.1', allowRemote = false, ...behaviour } = options;
  checkPort(port);
  checkHost(host, allowRemote);
  const recordings = await readRecordings(folder);
  const place = { url: '' };
  const closing = new AbortController();
  const answer = createReplayAnswer({ ...behaviour, recordings }, { ...nodeRuntime, place });
  const listening = await listen(answer, replayWeb, closing.signal, port, host);
  place.url = listening.url;
  const close = (): Promise<void> => {
    closing.abort();
    return listening.close();
  };
  return {
    url: place.url,
    fetch: fetchAdapter(answer, replayWeb, closing.signal),
    close,
    [Symbol.asyncDispose]: close,
  };
}

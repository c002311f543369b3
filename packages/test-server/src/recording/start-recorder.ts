import { InvalidArgumentError } from '@streamone/core';
import { checkHost, checkPort, listenWith } from '../adapters/listen.js';
import { createDriftList } from './drift/drift-list.js';
import { createMaskBook } from './masks/mask-book.js';
import { checkTarget } from './recorder/check-target.js';
import { createForward } from './recorder/forward.js';
import { createKeepExchange } from './recorder/keep-exchange.js';
import { maskEarlier } from './recorder/mask-earlier.js';
import { recorderListener } from './recorder/recorder-listener.js';
import type { RecorderOptions } from './recorder/recorder-options.js';
import type { Recorder } from './recorder/recorder.js';
import { createShelf } from './recorder/shelf.js';

const LARGEST_ANSWER = 16_777_216;
/** What a timer can take. */
const LONGEST_TIMEOUT = 2_147_483_647;

function checkOptions({ folder, timeout = 60_000 }: RecorderOptions): void {
  if (typeof folder !== 'string' || folder === '') {
    throw new InvalidArgumentError({ argument: 'folder', expected: 'a folder for the files', given: folder });
  }
  if (Number.isInteger(timeout) && timeout >= 1 && timeout <= LONGEST_TIMEOUT) return;
  throw new InvalidArgumentError({ argument: 'timeout', expected: 'whole milliseconds from 1', given: timeout });
}

/**
 * Starts a proxy that hands each request on to a real API and records the answers, every secret
 * masked. A client uses it with its own credentials and the recorder's URL: the signature does not
 * cover the host.
 *
 * @throws InvalidArgumentError for an option that makes no sense; Node's own error when the port is taken.
 */
export async function startRecorder(options: RecorderOptions): Promise<Recorder> {
  const { folder, port = 0, host = '127.0.0.1', allowRemote = false, timeout = 60_000 } = options;
  const { mask = ['userip'], secrets = [], actions = [], onRecorded, onDrift, onProblem } = options;
  checkOptions(options);
  checkPort(port);
  checkHost(host, allowRemote);
  const target = checkTarget(options.target);
  const closing = new AbortController();
  const forward = createForward(target, { timeout, largestAnswer: LARGEST_ANSWER, closing: closing.signal });
  const book = createMaskBook({ names: mask, secrets });
  const shelf = createShelf(folder);
  const drift = createDriftList(actions, onDrift);
  const problem = (text: string): void => onProblem?.(book.maskText(text));
  const keep = createKeepExchange({ book, shelf, drift, problem, ...(onRecorded && { onRecorded }) });
  const listening = await listenWith(recorderListener({ forward, keep, problem }), port, host);
  const close = async (): Promise<void> => {
    await listening.close();
    closing.abort();
    // Of a request without an answer its secrets are known as well.
    await maskEarlier(book, shelf);
    await shelf.settled();
  };
  return {
    url: listening.url,
    get recordings() {
      return shelf.recordings;
    },
    drift: () => drift.reports(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

// The worker of a login: bundled into one file that imports nothing, `@streamone/browser/login-worker`. It computes one
// answer, and is ended by the page.
import { type LoginTask, answerChallenge } from './answer-challenge.js';
import type { WorkerMessage } from './worker-message.js';

function tell(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none: its page alone hears it
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<LoginTask>) => {
  answerChallenge(data, (done) => tell({ type: 'progress', done })).then(
    (answer) => tell({ type: 'answer', answer }),
    // What went wrong is found out on the page, which makes the same error: none may be sent whole.
    () => tell({ type: 'failed' }),
  );
});

tell({ type: 'ready' });

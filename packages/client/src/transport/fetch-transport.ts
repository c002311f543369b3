import { brokenOff } from './broken-off.js';
import { readText } from './read-text.js';
import type { Transport } from './transport.js';
import { UnreadableAnswerError } from './unreadable-answer-error.js';

/** A function like the global `fetch`; whichever a runtime or framework has. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * A transport over any `fetch`. Redirects are not followed, and cookies are left out unless `credentials` says otherwise. When idle
 * connections are dropped is for that `fetch` to decide: a write may meet one that the server is closing.
 */
export function fetchTransport(fetch: Fetch, credentials: RequestCredentials = 'omit'): Transport {
  return {
    async send({ url, headers, body, signal, maxBytes }) {
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body,
        signal,
        redirect: 'manual',
        credentials,
        cache: 'no-store',
      });
      const { status, headers: answered } = response;
      try {
        return { status, headers: answered, text: await readText(response, maxBytes) };
      } catch (error) {
        throw signal.aborted || error instanceof UnreadableAnswerError ? error : brokenOff(status, error);
      }
    },
  };
}

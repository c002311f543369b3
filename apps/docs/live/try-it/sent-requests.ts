import type { JournalEntry } from '@streamone/test-server';
import { liveServer } from './live-server.ts';

/** A request that reached the page's server. */
export interface SentRequest {
  readonly url: string;
  readonly body: string;
  /** What the server noted of it: its steps, and why it was refused. */
  readonly entry: JournalEntry | undefined;
}

/** Sends to the page's server, and keeps what was sent. */
export interface RecordingFetch {
  readonly fetch: (url: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly sent: readonly SentRequest[];
}

/** Makes a `fetch` for one call, whose requests are then told. */
export function recordingFetch(): RecordingFetch {
  const sent: SentRequest[] = [];
  const note = (url: string, init: RequestInit | undefined): void => {
    const body = typeof init?.body === 'string' ? init.body : '';
    sent.push({ url, body, entry: liveServer.journal.entries({ limit: 1 })[0] });
  };
  return {
    sent,
    fetch: async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      try {
        return await liveServer.fetch(input, init);
      } finally {
        note(url, init);
      }
    },
  };
}

import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the sink does with a file: takes it, waits in its middle, reads it and stays silent, or refuses it by a code. */
export type SinkHabit = 'take' | 'hold' | 'silent' | number;

/** A platform that uploads can be stopped at. */
export interface UploadSink {
  readonly url: string;
  /** What it does with files of these names; it takes all others. */
  readonly habits: Map<string, SinkHabit>;
  /** Names of the files that came in whole, in that order. */
  readonly taken: string[];
  /** Names of those whose first bytes came. */
  readonly begun: string[];
  /** How many came in at once at most. */
  readonly most: () => number;
  /** Goes on with all that is held. */
  release(): void;
  /** Waits until something holds. */
  until(what: () => boolean): Promise<void>;
  close(): void;
}

const BACK = 'https://upload.invalid/done';

/** Starts a platform that gives leave to any upload, and checks no signature. */
export async function startUploadSink(): Promise<UploadSink> {
  const habits = new Map<string, SinkHabit>();
  const [taken, begun, held]: [string[], string[], (() => void)[]] = [[], [], []];
  let [leaves, current, most] = [0, 0, 0];
  let url = '';

  function receive(request: IncomingMessage, response: ServerResponse): void {
    let name: string | undefined;
    current += 1;
    most = Math.max(most, current);
    request.on('close', () => (current -= 1));
    request.on('data', (chunk: Buffer) => {
      if (name !== undefined) return;
      name = /filename="([^"]*)"/.exec(chunk.toString('latin1'))?.[1];
      if (name === undefined) return;
      begun.push(name);
      if (habits.get(name) !== 'hold') return;
      request.pause();
      held.push(() => request.resume());
    });
    request.on('end', () => {
      const habit = habits.get(name ?? '') ?? 'take';
      taken.push(name ?? '');
      if (habit === 'silent') return;
      response.writeHead(302, { location: typeof habit === 'number' ? `${BACK}?error=${habit}` : BACK }).end();
    });
  }

  const server = http.createServer((request, response) => {
    if (request.url === '/upload') return receive(request, response);
    leaves += 1;
    const body = {
      token: `secret-token-${leaves}`,
      uploadurl: `${url}/upload`,
      itemid: `item-${leaves}`,
      fileid: `file-${leaves}`,
    };
    request.resume();
    response.end(JSON.stringify({ header: { status: 0, statusmessage: 'OK' }, body }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    habits,
    taken,
    begun,
    most: () => most,
    release: () => held.splice(0).forEach((resume) => resume()),
    until: async (what) => {
      for (let tries = 0; !what(); tries += 1) {
        if (tries > 500) throw new Error('it never happened');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

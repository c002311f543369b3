import type { Livestream } from '@streamone/core/catalogue';
import { type Signal, signal } from '@preact/signals';
import { client } from '../client.ts';

/** The live streams of an account: those on the air, and the others. */
export interface LiveStreams {
  readonly active: Signal<readonly Livestream[] | undefined>;
  readonly resting: Signal<readonly Livestream[] | undefined>;
  readonly failure: Signal<unknown>;
  load(): Promise<void>;
}

/** How many of a kind are shown. */
const MOST = 200;

/** Looks at the live streams of an account. A row does not tell whether it is active, so each kind is asked for. */
export function liveStreams(account: string): LiveStreams {
  const ask = (active: boolean): Promise<readonly Livestream[]> =>
    client.livestream.view({ active, orderfield: 'name' }, { account }).all({ max: MOST });
  const streams = {
    active: signal<readonly Livestream[] | undefined>(undefined),
    resting: signal<readonly Livestream[] | undefined>(undefined),
    failure: signal<unknown>(undefined),
    async load(): Promise<void> {
      try {
        const [active, resting] = await Promise.all([ask(true), ask(false)]);
        streams.failure.value = undefined;
        streams.active.value = active;
        streams.resting.value = resting;
      } catch (error) {
        streams.failure.value = error;
      }
    },
  };
  return streams;
}

import type { Livestream } from '@streamone/core/catalogue';
import { useEffect, useMemo } from 'preact/hooks';
import { EmptyNote } from '../parts/empty-note.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { Icon } from '../parts/icon.tsx';
import { LiveCard } from '../parts/live-card.tsx';
import { SlowNote } from '../parts/slow-note.tsx';
import { useArrival } from '../parts/use-arrival.ts';
import { account } from '../state/account.ts';
import { reconnections } from '../state/connection.ts';
import { type LiveStreams, liveStreams } from '../state/live-streams.ts';
import { whyNot } from '../state/permissions.ts';
import { standing } from '../state/session.ts';
import { tellFailure } from '../text/tell-failure.ts';

function Group({
  name,
  streams,
  isActive,
}: {
  readonly name: string;
  readonly streams: readonly Livestream[];
  readonly isActive: boolean;
}) {
  if (streams.length === 0) return null;
  return (
    <section>
      <h2>{name}</h2>
      <ul class="streams">
        {streams.map((stream) => (
          <li key={stream.id}>
            <LiveCard stream={stream} isActive={isActive} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Body({ streams }: { readonly streams: LiveStreams }) {
  const [active, resting, failed] = [streams.active.value, streams.resting.value, streams.failure.value];
  const refused = whyNot('livestream-read');
  if (refused !== undefined)
    return <FailureNote told={{ title: 'You may not see live streams here', advice: refused, again: false }} />;
  if (failed !== undefined)
    return <FailureNote told={tellFailure(failed, 'live')} onRetry={() => void streams.load()} />;
  if (active === undefined || resting === undefined) {
    return (
      <>
        <SlowNote />
        <div class="streams" aria-busy="true" aria-label="Loading">
          <div class="stream blank" />
        </div>
      </>
    );
  }
  if (active.length + resting.length === 0) {
    return (
      <EmptyNote icon="live" title="No live streams">
        <p>{account.value?.name} has none. They are set up in the platform itself.</p>
      </EmptyNote>
    );
  }
  return (
    <>
      <Group name="On the air" streams={active} isActive />
      <Group name="Not on the air" streams={resting} isActive={false} />
    </>
  );
}

/** The live streams of an account. */
export function LiveView(_props: { readonly path?: string }) {
  const here = account.value;
  const streams = useMemo(() => liveStreams(here?.id ?? ''), [here]);
  const heading = useArrival('Live streams');
  const again = reconnections.value;
  const isIn = standing.value === 'in';
  useEffect(() => {
    if (isIn) void streams.load();
  }, [streams, again, isIn]);
  return (
    <div class="page">
      <div class="library-head">
        <h1 ref={heading} tabIndex={-1}>
          Live
        </h1>
        <button type="button" class="button" onClick={() => void streams.load()}>
          <Icon name="retry" /> Look again
        </button>
      </div>
      <Body streams={streams} />
    </div>
  );
}

import { useEffect } from 'preact/hooks';
import { LocationProvider } from 'preact-iso/router';
import { FailureNote } from './parts/failure-note.tsx';
import { SessionDialog } from './parts/session-dialog.tsx';
import { announcement } from './state/announcement.ts';
import { reconnections } from './state/connection.ts';
import { failure, person, resume, standing } from './state/session.ts';
import { tellFailure } from './text/tell-failure.ts';
import { SignInView } from './views/sign-in-view.tsx';
import { Workspace } from './workspace.tsx';

function Opening() {
  const again = reconnections.value;
  useEffect(() => {
    if (again > 0) void resume();
  }, [again]);
  if (standing.value === 'asking') return <main class="opening" aria-busy="true" aria-label="Opening the studio" />;
  return (
    <main class="opening">
      <h1 class="hidden">Studio</h1>
      <FailureNote told={tellFailure(failure.value, 'list')} onRetry={() => void resume()} />
    </main>
  );
}

/** All of the studio: who is not signed in sees no more than the way in. */
export function App() {
  const stands = standing.value;
  return (
    <>
      {stands === 'out' && <SignInView />}
      {(stands === 'asking' || stands === 'unreachable') && <Opening />}
      {(stands === 'in' || stands === 'away') && (
        // With another person it begins anew: nothing that a part has in mind is shown to them.
        <LocationProvider key={person.value}>
          <Workspace />
        </LocationProvider>
      )}
      {stands === 'away' && <SessionDialog />}
      <div class="hidden" aria-live="polite">
        {announcement.value}
      </div>
    </>
  );
}

import { me } from '../state/me.ts';
import { signOutForGood } from '../state/session.ts';
import { pending } from '../state/uploads.ts';
import { Dialog } from './dialog.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Asks somebody to sign in again whose session ended during work. What they had open waits behind it. */
export function SessionDialog() {
  const waiting = pending.value.length;
  return (
    <Dialog title="Please sign in again">
      <p>
        Your session has ended. Nothing on this page is lost
        {waiting > 0 && `, and ${waiting === 1 ? 'your upload waits' : `your ${waiting} uploads wait`}`}.
      </p>
      <SignInForm username={me.value?.username} />
      <button type="button" class="button quiet" onClick={() => void signOutForGood()}>
        Leave this page instead
      </button>
    </Dialog>
  );
}

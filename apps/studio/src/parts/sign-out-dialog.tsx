import { useState } from 'preact/hooks';
import { signOut } from '../state/session.ts';
import { pending } from '../state/uploads.ts';
import { tellFailure } from '../text/tell-failure.ts';
import { Dialog } from './dialog.tsx';

interface SignOutDialogProps {
  /** Called when somebody goes on as before. */
  readonly onStay: () => void;
}

/** Asks whether to sign out while there are uploads that end by it. */
export function SignOutDialog({ onStay }: SignOutDialogProps) {
  const [told, setTold] = useState<string | undefined>(undefined);
  const count = pending.value.length;
  const leave = (): void => {
    setTold(undefined);
    signOut().catch((error: unknown) => setTold(`You are still signed in. ${tellFailure(error, 'sign-in').advice}`));
  };
  return (
    <Dialog title={count > 0 ? 'Sign out while files upload?' : 'Sign out?'} onClose={onStay}>
      <p>
        {count > 0
          ? `${count === 1 ? 'An upload is' : `${count} uploads are`} not finished. Signing out ends ${count === 1 ? 'it' : 'them'}, and the list of uploads is emptied.`
          : 'All uploads are finished by now.'}
      </p>
      {told !== undefined && <p role="alert">{told}</p>}
      <div class="actions end">
        <button type="button" class="button" onClick={onStay}>
          Stay signed in
        </button>
        <button type="button" class="button primary" onClick={leave}>
          {count > 0 ? 'End uploads and sign out' : 'Sign out'}
        </button>
      </div>
    </Dialog>
  );
}

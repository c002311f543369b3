import { useEffect, useId, useRef } from 'preact/hooks';
import { cancelSignIn, reckoning, refusal, signIn } from '../state/sign-in.ts';
import { showPart } from '../text/formats.ts';
import { Icon } from './icon.tsx';

/** A name and a password. The password is read from its field when it is used, and the field is emptied. */
export function SignInForm({ username = '' }: { readonly username?: string | undefined }) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const isBusy = reckoning.value !== undefined;
  const told = refusal.value;

  useEffect(() => {
    refusal.value = undefined;
    const empty = form.current?.querySelector<HTMLInputElement>(
      username === '' ? '[name=username]' : '[name=password]',
    );
    empty?.focus();
    return cancelSignIn;
  }, []);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const fields = form.current;
    if (fields === null || isBusy) return;
    const [name, password] = ['username', 'password'].map((field) =>
      fields.querySelector<HTMLInputElement>(`[name=${field}]`),
    );
    if (!name || !password || name.value === '' || password.value === '') return;
    const done = await signIn(name.value.trim(), password.value);
    password.value = '';
    if (!done) password.focus();
  };

  return (
    <form ref={form} class="sign-in-form" onSubmit={(event) => void submit(event)} aria-busy={isBusy}>
      <label for={`${id}-name`}>Name</label>
      <input
        id={`${id}-name`}
        name="username"
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        required
        readOnly={isBusy}
        defaultValue={username}
        aria-invalid={told !== undefined}
      />
      <label for={`${id}-password`}>Password</label>
      <input
        id={`${id}-password`}
        name="password"
        type="password"
        autocomplete="current-password"
        required
        readOnly={isBusy}
        aria-invalid={told !== undefined}
        aria-describedby={`${id}-told`}
      />
      <div id={`${id}-told`} class="told" role="alert">
        {told && (
          <>
            <Icon name="alert" />
            <p>
              <strong>{told.title}.</strong> {told.advice}
            </p>
          </>
        )}
      </div>
      {isBusy ? (
        <div class="reckoning">
          <div class="reckoning-text">
            <span id={`${id}-progress`}>Checking your password</span>
            <span>{showPart(reckoning.value ?? 0)}</span>
          </div>
          <progress value={reckoning.value ?? 0} aria-labelledby={`${id}-progress`} />
          <button type="button" class="button" onClick={cancelSignIn}>
            Cancel
          </button>
        </div>
      ) : (
        <button type="submit" class="button primary">
          Sign in
        </button>
      )}
    </form>
  );
}

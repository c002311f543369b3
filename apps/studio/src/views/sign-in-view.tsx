import { useEffect } from 'preact/hooks';
import { Brand } from '../parts/brand.tsx';
import { SignInForm } from '../parts/sign-in-form.tsx';
import { leftBecause } from '../state/session.ts';

const WORDS = {
  logout: 'You have signed out.',
  elsewhere: 'You have signed out in another tab.',
  ended: 'Your session has ended.',
} as const;

/** What somebody sees who is not signed in. The address stays, so that signing in leads to it. */
export function SignInView() {
  const reason = leftBecause.value;
  useEffect(() => {
    document.title = 'Sign in – Studio';
  }, []);
  return (
    <main class="sign-in">
      <div class="sign-in-card">
        <Brand />
        <h1>Sign in</h1>
        {reason !== undefined && (
          <p class="left" role="status">
            {WORDS[reason]}
          </p>
        )}
        <SignInForm />
        <p class="small">
          Your password stays in this browser: only the answer to a challenge is sent. Working that out takes a second
          or two.
        </p>
      </div>
    </main>
  );
}

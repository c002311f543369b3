import type { TestServer } from '@streamone/test-server';

/** Somebody of the test server's who may sign in. */
export interface StudioLogin {
  readonly username: string;
  readonly password: string;
  /** What they may do, in a few words. */
  readonly may: string;
}

/** The people of the scenario `studio`, and of `archive`, which builds on it. */
export function loginsOf({ credentials }: TestServer): readonly StudioLogin[] {
  return [
    { ...credentials.login, may: 'everything' },
    { username: 'reader', password: 'Academie-aan-zee-5', may: "look at the Academy's items, nothing else" },
  ];
}

import type { LogoutReason } from '@streamone/browser';
import { signal } from '@preact/signals';
import { client } from '../client.ts';

/**
 * Where the person stands: not `asked` yet, `out`, `in`, or `away`: signed in until a moment ago, with their work still on
 * the screen.
 */
export type Standing = 'asking' | 'unreachable' | 'out' | 'in' | 'away';

/** Where the person stands. */
export const standing = signal<Standing>('asking');

/** The ID of who is signed in, or was until the session ended. */
export const person = signal<string | undefined>(undefined);

/** Why nobody is signed in any more. */
export const leftBecause = signal<LogoutReason | undefined>(undefined);

/** Why the gateway could not be asked. */
export const failure = signal<unknown>(undefined);

/** Who was here last, signed out by now or not. */
let last: string | undefined;

/** Lets somebody in. Who was here last finds the place as it was; another person begins at the beginning. */
export function enter(user: string): void {
  // An address may tell what somebody looked for.
  if (last !== undefined && last !== user) history.replaceState(null, '', '/');
  last = user;
  person.value = user;
  leftBecause.value = undefined;
  standing.value = 'in';
}

client.on('session', (session) => {
  if (session !== null) enter(session.user);
});

client.on('logout', ({ reason }) => {
  leftBecause.value = reason;
  // Whoever leaves on purpose leaves nothing behind; who was cut off finds everything as it was.
  if (reason === 'ended' && person.peek() !== undefined) standing.value = 'away';
  else leave();
});

function leave(): void {
  person.value = undefined;
  standing.value = 'out';
}

/** Asks the gateway who is signed in, as when the page loads. */
export async function resume(): Promise<void> {
  try {
    const session = await client.resume();
    if (session === null) {
      if (standing.peek() !== 'away') leave();
      return;
    }
    enter(session.user);
  } catch (error) {
    failure.value = error;
    if (standing.peek() === 'asking') standing.value = 'unreachable';
  }
}

/** Signs out, here and in other tabs. */
export async function signOut(): Promise<void> {
  try {
    await client.logout();
  } catch (error) {
    // Told only where the person is still signed in.
    if (client.session) throw error;
  }
}

/** Gives up coming back after the session ended, and all that the browser has of the person: it may be anybody's. */
export async function signOutForGood(): Promise<void> {
  // Told as a logout, so that uploads and answers that are kept go too. Where the gateway can't be asked they stay.
  await client.logout().catch(() => undefined);
  leave();
}

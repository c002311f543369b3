import { effect, signal } from '@preact/signals';
import { client } from '../client.ts';
import { person, standing } from './session.ts';

/** Who is signed in, as the platform tells. */
export interface Me {
  readonly username: string;
  readonly name: string;
  /** The zone that the platform has for them. */
  readonly zone: string | undefined;
}

/** Who is signed in; `undefined` until it is known. */
export const me = signal<Me | undefined>(undefined);

async function ask(who: string): Promise<void> {
  const user = await client.user.viewme();
  if (person.peek() !== who) return;
  const name = [user.firstname, user.lastname].filter((part) => part).join(' ');
  me.value = { username: user.username, name: name || user.username, zone: user.timezone };
}

person.subscribe(() => (me.value = undefined));

effect(() => {
  const who = person.value;
  // The menu shows less where it can't be told.
  if (who !== undefined && standing.value === 'in') ask(who).catch(() => undefined);
});

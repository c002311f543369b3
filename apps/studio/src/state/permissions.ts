import type { Permission } from '@streamone/browser';
import { effect, signal } from '@preact/signals';
import { client } from '../client.ts';
import type { Account } from '../settings.ts';
import { account } from './account.ts';
import { person, standing } from './session.ts';

/** What the studio asks about. */
export type Right = 'item-read' | 'item-upload' | 'livestream-read';

const WORDS: Readonly<Record<Right, string>> = {
  'item-read': 'see items',
  'item-upload': 'upload',
  'livestream-read': 'see live streams',
};

const answers = signal<Partial<Record<Right, Permission>>>({});

async function ask(right: Right, where: Account, who: string): Promise<void> {
  const permission = await client.explainCan(right, { account: where.id });
  if (account.peek() === where && person.peek() === who) answers.value = { ...answers.peek(), [right]: permission };
}

effect(() => {
  const [where, who] = [account.value, person.value];
  if (where === undefined || who === undefined || standing.value !== 'in') return;
  // Where it can't be told nothing is disabled: the platform has the last word in any case.
  for (const right of Object.keys(WORDS) as Right[]) ask(right, where, who).catch(() => undefined);
});

effect(() => {
  if (account.value !== undefined || person.value !== undefined) answers.value = {};
});

/** Why the person may not do something here, in a sentence; `undefined` where they may, or it is not known. */
export function whyNot(right: Right): string | undefined {
  const permission = answers.value[right];
  if (permission === undefined || permission.allowed) return undefined;
  const where = account.value?.name ?? 'this account';
  return `You may not ${WORDS[right]} in ${where}: your role there does not include “${right}”. An administrator can change that.`;
}

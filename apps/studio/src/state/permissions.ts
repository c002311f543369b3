import type { Permission } from '@streamone/browser';
import { computed, effect, signal } from '@preact/signals';
import { client } from '../client.ts';
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

effect(() => {
  const where = account.value;
  const who = person.value;
  if (where === undefined || who === undefined || standing.value !== 'in') return;
  for (const right of Object.keys(WORDS) as Right[]) {
    client.explainCan(right, { account: where.id }).then(
      (permission) => {
        if (account.peek() === where && person.peek() === who) answers.value = { ...answers.peek(), [right]: permission };
      },
      // Not known: nothing is disabled then, and the platform has the last word.
      () => undefined,
    );
  }
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

/** Whether the rights are known by now. */
export const rightsAreKnown = computed(() => Object.keys(answers.value).length === Object.keys(WORDS).length);

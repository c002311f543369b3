import type { NodeClient, Status, isApiError } from '@streamone/node';

/** What a story found. */
export interface Told {
  readonly user: string;
  readonly listed: number;
  readonly everyPage: boolean;
  readonly found: boolean;
  readonly refused: string;
}

/** The same story for every client: who am I, list, every page, create, find again, a refusal. */
export async function tellStory(
  s1: Pick<NodeClient, 'item' | 'user'>,
  errors: { readonly isApiError: typeof isApiError; readonly Status: typeof Status },
): Promise<Told> {
  const me = await s1.user.viewme();
  const newest = await s1.item.view({ itemtype: 'video', orderfield: 'created', order: 'desc', limit: 3 });
  const all = new Set<string>();
  let total = 0;
  for await (const page of s1.item.view({ archived: null, limit: 8 }).pages()) {
    total = page.total ?? 0;
    for (const { id } of page) all.add(id);
  }
  const title = 'Één avond: 夜の音楽 🎬 & ~50% méér';
  const made = await s1.item.create({ title, itemtype: 'video', keywords: ['live', 'muziek'] });
  const [again] = await s1.item.view({ item: [made.id] });
  let refused = 'nothing was refused';
  try {
    await s1.item.create({ title, itemtype: 'video', livestream: 'there-is-none' });
  } catch (error) {
    if (!errors.isApiError(error, errors.Status.LIVESTREAM_NOT_FOUND)) throw error;
    refused = `${error.name} ${error.status} ${error.statusName}`;
  }
  return {
    user: me.username,
    listed: newest.length,
    everyPage: all.size === total && total > 8,
    found: again?.title === title && again.datecreated instanceof Date,
    refused,
  };
}

import type { ItemViewArguments } from '@streamone/core/catalogue';

/** What of the library is asked for; all of it can be written into an address. */
export interface LibraryQuery {
  readonly search: string;
  readonly keyword: string;
  /** `video`, `audio`, `videoonly`, or empty for all. */
  readonly type: string;
  /** Whether archived items are shown, alone or with the others. */
  readonly archived: 'no' | 'yes' | 'both';
  /** The first and the last day that items were made on, as `2024-03-04`; empty for no limit. */
  readonly from: string;
  readonly to: string;
  /** ID of the live stream that items were recorded from. */
  readonly livestream: string;
  readonly sort: SortOrder;
}

/** In which order items are shown. */
export type SortOrder = 'newest' | 'oldest' | 'aired';

/** Whether it is a day that there is. */
function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${value}T`);
}

/** Nothing but what is usual. */
export const usualQuery: LibraryQuery = {
  search: '',
  keyword: '',
  type: '',
  archived: 'no',
  from: '',
  to: '',
  livestream: '',
  sort: 'newest',
};

const oneOf = <T extends string>(given: string | undefined, values: readonly T[], otherwise: T): T =>
  values.find((value) => value === given) ?? otherwise;

const day = (value: string | undefined): string => (value !== undefined && isDay(value) ? value : '');

/** Reads an address. What makes no sense is left out: an address may be written by hand. */
export function readQuery(given: Readonly<Record<string, string | undefined>>): LibraryQuery {
  return {
    search: given['q'] ?? '',
    keyword: given['keyword'] ?? '',
    type: oneOf(given['type'], ['video', 'audio', 'videoonly'], ''),
    archived: oneOf(given['archived'], ['yes', 'both'], 'no'),
    from: day(given['from']),
    to: day(given['to']),
    livestream: given['livestream'] ?? '',
    sort: oneOf(given['sort'], ['oldest', 'aired'], 'newest'),
  };
}

/** Writes an address: what differs from the usual, and the account. */
export function writeQuery(query: LibraryQuery, account: string | undefined): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== usualQuery[name as keyof LibraryQuery]) params.set(name === 'search' ? 'q' : name, String(value));
  }
  if (account !== undefined) params.set('account', account);
  const text = params.toString();
  return text === '' ? '/' : `/?${text}`;
}

/** How many filters are set, search aside. */
export function filtersSet(query: LibraryQuery): number {
  const names = ['keyword', 'type', 'archived', 'from', 'to', 'livestream'] as const;
  return names.filter((name) => query[name] !== usualQuery[name]).length;
}

/** What the platform is asked. Days are those of the zone that times are shown in. */
export function argumentsOf(query: LibraryQuery, zone: string): ItemViewArguments {
  const { search, keyword, type, archived, from, to, livestream, sort } = query;
  return {
    ...(search !== '' && { searchfulltext: search }),
    ...(keyword !== '' && { searchkeywords: keyword }),
    ...(type !== '' && { itemtype: type }),
    ...(livestream !== '' && { livestream }),
    archived: archived === 'both' ? null : archived === 'yes',
    ...(from !== '' && { mindatecreated: `${from} 00:00:00@${zone}` }),
    ...(to !== '' && { maxdatecreated: `${to} 23:59:59@${zone}` }),
    orderfield: sort === 'aired' ? 'aired' : 'created',
    order: sort === 'oldest' ? 'asc' : 'desc',
  };
}

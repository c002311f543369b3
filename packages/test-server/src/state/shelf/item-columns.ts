import type { Item } from '../media-records.js';

/** What items are ordered and filtered by. */
export interface ItemColumns {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly externalid: string | null;
  readonly livestream: string | null;
  readonly user: string | null;
  readonly type: string;
  readonly categories: readonly string[];
  readonly archived: boolean;
  /** Dates are milliseconds since 1970. */
  readonly created: number;
  readonly modified: number;
  /** Not a number for an item without the date. */
  readonly aired: number;
  readonly foldedTitle: string;
  readonly foldedDescription: string;
  /** The texts that a search for text looks at, {@link SEPARATOR} between them. */
  readonly foldedText: string;
  /** With {@link SEPARATOR} between them. */
  readonly foldedKeywords: string;
}

/** The name of a column. */
export type ColumnName = keyof ItemColumns;

/** Stands between texts in one column: a code point that is no character, so that nobody looks for it. */
export const SEPARATOR = '\uFFFF';

/** A text as searches compare it: they make no difference between cases (inferred). Accents count. */
export function fold(text: string): string {
  return text.toLowerCase();
}

function foldAll(texts: readonly string[]): string {
  return texts.map(fold).join(SEPARATOR);
}

/** How each column is read from an item. */
export const readColumn: { readonly [Name in ColumnName]: (item: Item) => ItemColumns[Name] } = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  description: ({ description }) => description,
  externalid: ({ externalid }) => externalid,
  livestream: ({ livestream }) => livestream,
  user: ({ user }) => user,
  type: ({ type }) => type,
  categories: ({ categories }) => categories,
  archived: ({ archived }) => archived,
  created: ({ datecreated }) => datecreated.getTime(),
  modified: ({ datemodified }) => datemodified.getTime(),
  aired: ({ dateaired }) => dateaired?.getTime() ?? Number.NaN,
  foldedTitle: ({ title }) => fold(title),
  foldedDescription: ({ description }) => fold(description ?? ''),
  // Which texts are searched is not documented: title, description, author and keywords (inferred).
  foldedText: ({ title, description, author, keywords }) =>
    foldAll([title, description ?? '', author ?? '', ...keywords]),
  foldedKeywords: ({ keywords }) => foldAll(keywords),
};

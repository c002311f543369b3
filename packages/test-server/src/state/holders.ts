import type { StoredRecord } from './records.js';

/** Which record has a text that no two may have. */
export interface Holders<T> {
  /** Another record than this one that has the text of this one. */
  other(all: Iterable<T>, record: T): T | undefined;
  changed(before: T | undefined, after: T | undefined): void;
  /** Makes it look through all records anew, when next asked. */
  forget(): void;
}

/** Makes one. @param textOf the text of a record; an empty one is nobody's */
export function createHolders<T extends StoredRecord>(textOf: (record: T) => string): Holders<T> {
  let byText: Map<string, T> | undefined;
  return {
    other(all, record) {
      byText ??= new Map(Array.from(all, (each) => [textOf(each), each]));
      const text = textOf(record);
      const holder = text === '' ? undefined : byText.get(text);
      return holder?.id === record.id ? undefined : holder;
    },
    changed(before, after) {
      if (before !== undefined && byText?.get(textOf(before))?.id === before.id) byText.delete(textOf(before));
      if (after !== undefined) byText?.set(textOf(after), after);
    },
    forget: () => {
      byText = undefined;
    },
  };
}

import type { JournalRecord } from './journal-record.js';

/** The last records, oldest first. */
export interface RecordRing {
  add(record: JournalRecord): void;
  all(): readonly JournalRecord[];
  /** The oldest of them; `undefined` where there is none. */
  oldest(): JournalRecord | undefined;
  clear(): void;
}

function textOf({ target, body }: JournalRecord): number {
  return target.length + body.length;
}

/**
 * Makes a ring that keeps the last records.
 *
 * @param size how many, at least 1
 * @param mostText how many characters of targets and bodies; past that the oldest go, but for the last one
 */
export function createRecordRing(size: number, mostText: number): RecordRing {
  let ring: (JournalRecord | undefined)[] = [];
  let [added, forgotten, text] = [0, 0, 0];
  const isOver = (): boolean => text > mostText && added - forgotten > 1;
  const forget = (): void => {
    const slot = forgotten % size;
    const record = ring[slot];
    if (record !== undefined) text -= textOf(record);
    ring[slot] = undefined;
    forgotten++;
  };
  return {
    add(record) {
      if (added - forgotten === size) forget();
      ring[added % size] = record;
      added++;
      text += textOf(record);
      while (isOver()) forget();
    },
    all() {
      const [from, to] = [forgotten % size, added % size];
      const inOrder =
        from < to || added === forgotten ? ring.slice(from, to) : [...ring.slice(from), ...ring.slice(0, to)];
      return inOrder.filter((record) => record !== undefined);
    },
    oldest: () => (added === forgotten ? undefined : ring[forgotten % size]),
    clear() {
      ring = [];
      [added, forgotten, text] = [0, 0, 0];
    },
  };
}

import type { CachedResponse } from '@streamone/client/runtime';
import { InvalidArgumentError } from '@streamone/core';
import type { OwnedCache } from '../session/person-caches.js';
import { Database, doneWith, resultOf } from '../indexed-db/database.js';

/** Settings of {@link indexedDbCache}. */
export interface IndexedDbCacheOptions {
  /** Name of the database; `streamone-answers` unless given. Pages of an origin that give the same name share it. */
  readonly name?: string | undefined;
  /** How many answers are kept at most; 1000 unless given. The one unused for longest goes first. */
  readonly size?: number | undefined;
  /** How long an answer is kept, in seconds; 60 unless given. The platform itself names no time. */
  readonly lifetime?: number | undefined;
  /** The time, in milliseconds; `Date.now` unless given. */
  readonly clock?: (() => number) | undefined;
}

interface Kept {
  readonly response: CachedResponse;
  /** When its time is over, in milliseconds. */
  readonly until: number;
  /** Grows with each use. */
  readonly used: number;
}

const ANSWERS = 'answers';
const ABOUT = 'about';
const PERSON = 'person';

function check(argument: string, given: unknown, fits: boolean, expected: string): void {
  if (!fits) throw new InvalidArgumentError({ argument, expected, given });
}

function prepare(database: IDBDatabase): void {
  const answers = database.createObjectStore(ANSWERS);
  answers.createIndex('used', 'used');
  answers.createIndex('until', 'until');
  database.createObjectStore(ABOUT);
}

async function dropOldest(answers: IDBObjectStore, many: number): Promise<void> {
  const oldest = await resultOf(answers.index('used').getAllKeys(null, many));
  for (const key of oldest) answers.delete(key);
}

/**
 * Keeps answers in IndexedDB, so that they are there after a reload. A client with a gateway makes it the person's who
 * is logged in: answers to another are forgotten, all of them at logout. Where the browser forbids IndexedDB, each
 * question is simply asked.
 *
 * @throws InvalidArgumentError naming the setting that is wrong.
 */
export function indexedDbCache(options: IndexedDbCacheOptions = {}): OwnedCache {
  const { name = 'streamone-answers', size = 1000, lifetime = 60, clock = Date.now } = options;
  check('name', name, typeof name === 'string' && name !== '', 'a text that is not empty');
  check('size', size, Number.isInteger(size) && size >= 1, 'a whole number of answers, 1 or more');
  check('lifetime', lifetime, lifetime > 0 && Number.isFinite(lifetime), 'seconds, more than 0');
  const database = new Database(name, prepare);
  let lastUse = 0;
  let owner: string | undefined;
  const nextUse = (): number => {
    // By time, so that the uses of several pages are in order, and never the same twice.
    lastUse = Math.max(lastUse + 1, Date.now() * 1000);
    return lastUse;
  };
  return {
    async get(key) {
      const transaction = (await database.open()).transaction(ANSWERS, 'readwrite');
      const answers = transaction.objectStore(ANSWERS);
      const kept = (await resultOf(answers.get(key))) as Kept | undefined;
      if (kept === undefined) return undefined;
      if (clock() >= kept.until) {
        answers.delete(key);
        return undefined;
      }
      answers.put({ ...kept, used: nextUse() }, key);
      return kept.response;
    },
    async set(key, response) {
      const transaction = (await database.open()).transaction(ANSWERS, 'readwrite');
      const answers = transaction.objectStore(ANSWERS);
      const now = clock();
      for (const over of await resultOf(answers.index('until').getAllKeys(IDBKeyRange.upperBound(now)))) {
        answers.delete(over);
      }
      const kept: Kept = { response, until: now + lifetime * 1000, used: nextUse() };
      answers.put(kept, key);
      const count = await resultOf(answers.count());
      if (count > size) await dropOldest(answers, count - size);
      await doneWith(transaction);
    },
    async clear() {
      owner = undefined;
      const transaction = (await database.open()).transaction([ANSWERS, ABOUT], 'readwrite');
      transaction.objectStore(ANSWERS).clear();
      transaction.objectStore(ABOUT).clear();
      await doneWith(transaction);
    },
    async own(person) {
      if (person === owner) return;
      const transaction = (await database.open()).transaction([ANSWERS, ABOUT], 'readwrite');
      const about = transaction.objectStore(ABOUT);
      if ((await resultOf(about.get(PERSON))) !== person) {
        transaction.objectStore(ANSWERS).clear();
        about.put(person, PERSON);
      }
      await doneWith(transaction);
      owner = person;
    },
  };
}

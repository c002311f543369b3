import { createHash } from 'node:crypto';
import { InvalidArgumentError } from '@streamone/core';
import type { KeyvLike } from './keyv-like.js';
import { type SealingKey, createSeal } from './seal.js';
import { StoreError } from './store-error.js';
import { createTurns } from './turns.js';

/** Settings of everything that is kept by a Keyv. */
export interface KeyvOptions {
  /** Seals what is kept by AES-256-GCM. The first of several seals, the others still open what was sealed by them. */
  readonly keys?: SealingKey | readonly SealingKey[] | undefined;
  /** How long the store may take for one thing, in milliseconds. A client of Redis may wait for ever else. */
  readonly timeout?: number | undefined;
}

/** Texts by name in a Keyv, with failures told and waits bounded. */
export interface KeyvShelf {
  /** The text of a name; `undefined` when it is not there. @throws StoreError */
  get(name: string): Promise<string | undefined>;
  /** @param ttl how long it is kept, in milliseconds. @throws StoreError */
  set(name: string, text: string, ttl: number): Promise<void>;
  /** @throws StoreError */
  delete(name: string): Promise<void>;
  /** Empties the whole Keyv, as far as its namespace goes. @throws StoreError */
  clear(): Promise<void>;
}

const taken = new WeakMap<KeyvLike, string>();

/** A cache that is cleared must not end every session. */
function claim(keyv: KeyvLike, what: string): void {
  const before = taken.get(keyv);
  taken.set(keyv, what);
  if (before === undefined || before === what) return;
  throw new InvalidArgumentError({
    argument: 'keyv',
    expected: `a Keyv of its own for ${what}`,
    given: `the one that ${before} has`,
    advice: "Make another one over the same store, with another namespace: new Keyv(store, { namespace: 'cache' }).",
  });
}

function told(error: unknown): string {
  return (error instanceof Error && error.message) || 'it failed';
}

/** Where a name lies. Hashed: what is asked for may be any text, of any length, and is nobody's business. */
function placeOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url');
}

function withinTime<T>(work: Promise<T>, timeout: number, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), timeout);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Makes a shelf in a Keyv. Keyv reports a failure to whoever listens for errors and then answers as if
 * nothing were there, so it is listened to: a store that fails must not pass for an empty one.
 *
 * @param what which store it is, in words
 * @throws InvalidArgumentError for a setting that makes no sense.
 */
export function keyvShelf(keyv: KeyvLike, what: string, { keys, timeout = 0 }: KeyvOptions): KeyvShelf {
  if (!(timeout > 0 && Number.isFinite(timeout))) {
    throw new InvalidArgumentError({ argument: 'timeout', expected: 'milliseconds, more than 0', given: timeout });
  }
  const seal = keys === undefined ? undefined : createSeal(keys);
  claim(keyv, what);
  // Adapters that connect first do not keep the order of what they are asked meanwhile.
  const inTurn = createTurns();
  let failures = 0;
  let last: unknown;
  keyv.on('error', (error) => {
    failures += 1;
    last = error;
  });
  const failed = (operation: string, reason: string, cause?: unknown): StoreError =>
    new StoreError({ store: what, operation, reason, cause });
  const unreadable = (reason: string): StoreError =>
    new StoreError({ store: what, operation: 'load', reason, unreadable: true });

  async function run<T>(operation: string, work: () => Promise<T>, missing: (result: T) => boolean): Promise<T> {
    const before = failures;
    let result: T;
    try {
      result = await withinTime(work(), timeout, () => failed(operation, `no answer within ${timeout} ms`));
    } catch (error) {
      throw error instanceof StoreError ? error : failed(operation, told(error), error);
    }
    if (failures > before && missing(result)) throw failed(operation, told(last), last);
    return result;
  }

  return {
    async get(name) {
      const at = placeOf(name);
      const kept = await run(
        'load',
        () => keyv.get(at),
        (value) => value === undefined || value === null,
      );
      if (kept === undefined || kept === null) return undefined;
      if (typeof kept !== 'string') throw unreadable('what it holds is no text');
      if (seal === undefined) return kept;
      const text = seal.open(kept, at);
      if (text === undefined) throw unreadable('what it holds is not sealed, or not by a key that is given');
      return text;
    },
    async set(name, text, ttl) {
      const at = placeOf(name);
      const write = () => keyv.set(at, seal?.close(text, at) ?? text, ttl);
      await inTurn(at, () => run('save', write, (done) => done === false));
    },
    async delete(name) {
      const at = placeOf(name);
      // False may also mean that there was nothing, which is no failure.
      await inTurn(at, () =>
        run(
          'remove',
          () => keyv.delete(at),
          (done) => done === false,
        ),
      );
    },
    async clear() {
      await run(
        'clear',
        () => keyv.clear(),
        () => true,
      );
    },
  };
}

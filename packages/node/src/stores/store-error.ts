import { type ErrorContext, StreamOneError } from '@streamone/core';

/** What a {@link StoreError} tells. */
export interface StoreErrorDetails extends ErrorContext {
  /** Which store, in words: `the session store`. */
  readonly store: string;
  /** What it was asked to do, as `load`. */
  readonly operation: string;
  /** What came of it, as a clause without secrets. */
  readonly reason: string;
  /** Whether the store answered, but holds something that can't be used; false unless given. */
  readonly unreadable?: boolean | undefined;
}

/**
 * A shared store did not do what it was asked to: it can't be reached, is too slow, or holds something that
 * can't be read. A session that can't be kept is no session, so the caller is told.
 */
export class StoreError extends StreamOneError {
  readonly name: string = 'StoreError';
  /** What it was asked to do, as `load`. */
  readonly operation: string;
  /**
   * True where the store answered, but what it holds can't be used: no given key opens it, it was tampered with, or it
   * is something else. To try again won't help. False where the store could not do its work.
   */
  readonly unreadable: boolean;

  constructor(details: StoreErrorDetails) {
    super(`${details.store} could not ${details.operation}: ${details.reason}`, details);
    this.operation = details.operation;
    this.unreadable = details.unreadable ?? false;
  }
}

/** Whether a value is a {@link StoreError}. */
export function isStoreError(value: unknown): value is StoreError {
  return value instanceof StoreError;
}

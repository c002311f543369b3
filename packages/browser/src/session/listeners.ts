import { InvalidArgumentError } from '@streamone/core';
import type { SessionEvents } from './person-session.js';

type ListenersOf = { readonly [Name in keyof SessionEvents]: Set<SessionEvents[Name]> };

/** Who listens to what becomes of a session. */
export class Listeners {
  readonly #listeners: ListenersOf = { session: new Set(), logout: new Set() };

  /**
   * Adds a listener.
   *
   * @returns what ends the telling
   * @throws InvalidArgumentError for another event
   */
  on<Name extends keyof SessionEvents>(name: Name, listener: SessionEvents[Name]): () => void {
    const listeners = Object.hasOwn(this.#listeners, name) ? this.#listeners[name] : undefined;
    if (listeners === undefined || typeof listener !== 'function') {
      const [argument, expected] =
        listeners === undefined ? (['event', '"session" or "logout"'] as const) : (['listener', 'a function'] as const);
      throw new InvalidArgumentError({ argument, expected, given: listeners === undefined ? name : listener });
    }
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** Tells all that listen now. One that throws, or ends the listening of others, must not keep these from being told. */
  tell<Name extends keyof SessionEvents>(name: Name, event: Parameters<SessionEvents[Name]>[0]): void {
    const listeners = this.#listeners[name] as ReadonlySet<(event: unknown) => void>;
    const now = [...listeners];
    for (const listener of now) {
      try {
        listener(event);
      } catch (error) {
        // The page's own fault, shown where its others are.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}

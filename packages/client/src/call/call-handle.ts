import type { Call, CallResponse } from './call.js';

/**
 * A call as a value that can be awaited and asked. Not a subclass of Promise: `then` hands out
 * plain promises, so nothing that is chained to a call can send anything.
 */
export class CallHandle<T> implements Call<T> {
  readonly [Symbol.toStringTag] = 'Call';
  readonly #response: Promise<CallResponse<T>>;

  constructor(response: Promise<CallResponse<T>>) {
    this.#response = response;
  }

  response(): Promise<CallResponse<T>> {
    return this.#response;
  }

  // oxlint-disable-next-line unicorn/no-thenable -- awaiting a call is its main use
  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const fulfilled = typeof onFulfilled === 'function' ? onFulfilled : (body: T): A => body as unknown as A;
    return this.#response.then(({ body }) => fulfilled(body), onRejected);
  }

  catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<T> {
    return this.then((body) => body).finally(onFinally);
  }
}

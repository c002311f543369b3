import type { Call, CallResponse } from './call.js';

function bodyOf<T>({ body }: CallResponse<T>): T {
  return body;
}

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
    // In two steps, since V8 finds who awaits the call, for the stack of its error, only by handlers that are passed on.
    return this.#response.then(bodyOf<T>).then(onFulfilled, onRejected);
  }

  catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<T> {
    return this.then((body) => body).finally(onFinally);
  }
}

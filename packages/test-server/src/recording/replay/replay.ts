/** Answers with what was recorded. */
export interface Replay {
  /** The base URL for a client, without a slash at its end. */
  readonly url: string;
  /** Answers in process, without a socket: give it to a client as its `fetch`. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Stops it, and frees its port where it has one. */
  close(): Promise<void>;
  /** The same, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** A request as received. The same for a socket, for `fetch` and for a browser. */
export interface RawRequest {
  /** As `POST`. */
  readonly method: string;
  /** The request target, as in the request line: path and query, a byte string. */
  readonly target: string;
  /** By lower-case name. */
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  /** The body, a byte string: one character for each byte. An adapter may stop one byte past {@link LARGEST_BODY}. */
  readonly body: string;
}

/** How an adapter misbehaves on purpose; `ms` is in milliseconds. */
export type Misbehaviour =
  | { readonly kind: 'reset' | 'hang' | 'truncated' }
  | { readonly kind: 'delay' | 'slow'; readonly ms: number };

/** What to answer. */
export interface RawResponse {
  /** The HTTP status; 0 where there is no answer at all. */
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  /** Text, to be sent as UTF-8. */
  readonly body: string;
  /** What the adapter is to do instead of answering properly. */
  readonly misbehave?: Misbehaviour;
}

/** The longest target that is read, in bytes: 16 KiB. The platform's limit is not known (inferred). */
export const LONGEST_TARGET = 16_384;

/** The largest body that is read, in bytes: 1 MiB. The platform's limit is not known (inferred). */
export const LARGEST_BODY = 1_048_576;

/** The most variables of a form: PHP's own default. That the platform keeps it is inferred. */
export const MOST_VARIABLES = 1000;

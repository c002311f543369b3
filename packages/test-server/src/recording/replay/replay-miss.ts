/** A recording that a request just missed. */
export interface NearMiss {
  /** What differs, one sentence each, as `limit: recorded "3", given "5"`. Secrets are masked. */
  readonly differences: readonly string[];
}

/** A request that nothing was recorded for. */
export interface ReplayMiss {
  /** As `item`; `undefined` where the request is none of the API. */
  readonly command: string | undefined;
  /** As `view`. */
  readonly action: string | undefined;
  /** The recordings of the same action that differ least, at most three. */
  readonly nearest: readonly NearMiss[];
  /** All of it as a text of a few lines. */
  readonly text: string;
}

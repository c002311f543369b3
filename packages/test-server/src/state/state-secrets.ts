/** Every secret that is in the state, and the last of those that were: for masking them in what is shown. */
export interface StateSecrets extends Iterable<string> {
  /** Another number after each change. */
  readonly version: number;
}

/** The same, and the ends at which it is told. */
export interface SecretKeeper extends StateSecrets {
  /** Where the secrets of a kind of records are found, from now on. */
  watch(source: () => Iterable<string>): void;
  /** Takes note of a change of one record. */
  changed(before: readonly string[], after: readonly string[]): void;
  /** Takes note that all these go. */
  gone(secrets: Iterable<string>): void;
}

/** How many former ones are kept. */
const MOST_FORMER = 10_000;

/** Makes a keeper that watches nothing yet. */
export function createSecretKeeper(): SecretKeeper {
  const sources: (() => Iterable<string>)[] = [];
  const former = new Set<string>();
  let version = 0;
  const gone = (secrets: Iterable<string>): void => {
    version++;
    for (const secret of secrets) {
      former.delete(secret);
      former.add(secret);
    }
    for (const oldest of former) {
      if (former.size <= MOST_FORMER) break;
      former.delete(oldest);
    }
  };
  return {
    get version() {
      return version;
    },
    watch: (source) => void sources.push(source),
    changed(before, after) {
      // Most changes, as of when a session ends, leave the secrets as they are.
      if (before.length === after.length && before.every((secret, at) => secret === after[at])) return;
      gone(before.filter((secret) => !after.includes(secret)));
    },
    gone,
    *[Symbol.iterator]() {
      for (const source of sources) yield* source();
      yield* former;
    },
  };
}

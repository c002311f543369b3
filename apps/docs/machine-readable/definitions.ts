import type { JsonSchema } from '@streamone/core';

/** The schemas that others refer to by name, gathered while these are made. */
export interface Definitions {
  /** A reference to the schema of this name, which is made if it is not there yet. */
  refer(name: string, make: () => JsonSchema): JsonSchema;
  /** What was gathered, by name, in alphabetical order. */
  all(): Readonly<Record<string, JsonSchema>>;
}

/** Begins to gather; `place` is where the schemas will stand: `#/$defs/`, or `#/components/schemas/`. */
export function createDefinitions(place: string): Definitions {
  const gathered = new Map<string, JsonSchema>();
  return {
    refer(name, make) {
      if (!gathered.has(name)) {
        gathered.set(name, {}); // A type that holds itself finds it there.
        gathered.set(name, make());
      }
      return { $ref: `${place}${name}` };
    },
    all: () => Object.fromEntries([...gathered].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

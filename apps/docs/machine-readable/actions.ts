import { type CatalogueEntry, catalogue } from '@streamone/core/catalogue';

/** Every action of the catalogue with its key, in the order of the catalogue. */
export const actions: readonly (readonly [key: string, action: CatalogueEntry])[] = Object.entries(catalogue).flatMap(
  ([key, action]) => (action === undefined ? [] : [[key, action] as const]),
);

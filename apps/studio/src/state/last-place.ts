import { signal } from '@preact/signals';

/** The address of the library as it was left, filters and all. */
export const lastLibraryPlace = signal<string | undefined>(undefined);

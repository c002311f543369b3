/** Gzipped bytes, by bundler: of the client with three commands, and of that with login and uploads. */
export interface Weights {
  readonly esbuild: { readonly client: number; readonly withBoth: number };
  readonly vite: { readonly client: number; readonly withBoth: number };
}

/** What the project asks for, in gzipped bytes. */
export const CEILINGS = { client: 24_000, withBoth: 29_000 } as const;

/** What may not be passed until the ceilings are reached: the newest record and a little. */
export const LIMITS = { client: 28_700, withBoth: 34_000 } as const;

/**
 * What was weighed, the newest last, with what made the difference. A change of more than 200 bytes wants a record of its
 * own. Commands: item, livestream, user.
 */
export const records: readonly (Weights & { readonly note: string })[] = [
  {
    note: 'The kernel with ky, signing and sessions of its own, before anything was taken out (esbuild, from the sources).',
    esbuild: { client: 37_276, withBoth: 37_276 },
    vite: { client: 37_276, withBoth: 37_276 },
  },
  {
    note: 'Attempts without ky (8.6 kB), sessions of the kernel left out (3.3), signing on demand (2.7); gateway, login and uploads are there.',
    esbuild: { client: 31_492, withBoth: 34_270 },
    vite: { client: 29_192, withBoth: 31_672 },
  },
  {
    note: 'Rights on demand, calls of the catalogue marked as without effects, so that actions nobody uses fall out.',
    esbuild: { client: 30_901, withBoth: 33_679 },
    vite: { client: 28_015, withBoth: 30_530 },
  },
  {
    note: 'Login, logout and the other tabs on demand; @streamone/client/runtime, which names neither ky nor sessions, so that bundlers cut fewer pieces.',
    esbuild: { client: 28_313, withBoth: 33_511 },
    vite: { client: 26_804, withBoth: 31_780 },
  },
];

/** Gzipped bytes, by bundler: of the client with three commands, and of that with login and uploads. */
export interface Weights {
  readonly esbuild: { readonly client: number; readonly withBoth: number };
  readonly vite: { readonly client: number; readonly withBoth: number };
}

/** What the project asks for, in gzipped bytes. */
export const CEILINGS = { client: 24_000, withBoth: 29_000 } as const;

/**
 * What was weighed, the newest last, with what made the difference. A change of more than 200 bytes wants a record of its
 * own. Commands: item, livestream, user.
 */
export const records: readonly (Weights & { readonly note: string })[] = [
  {
    note: 'At first, with esbuild and without gateway, login and uploads, 37,276. Then attempts without ky (8.6 kB), sessions of the kernel left out (3.3), signing on demand (2.7); and all three are there.',
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
  {
    note: 'The status table packed (0.5 kB), codes of Node left to the runtimes that have them (0.5), members and store of sessions with the sessions (0.5), what a call needs that is told of, cached or passes a middleware on demand (1.2), answers about rights with the rights, whose actions no longer pull the catalogue apart (0.9).',
    esbuild: { client: 24_724, withBoth: 29_932 },
    vite: { client: 24_114, withBoth: 29_122 },
  },
  {
    note: 'Parts on demand are given the gateway and the form instead of naming their modules: with esbuild one piece less (0.5); the check of what a middleware gave is with the middleware (0.1).',
    esbuild: { client: 24_202, withBoth: 29_145 },
    vite: { client: 23_868, withBoth: 28_883 },
  },
  {
    note: 'Options brought to one form by a spread, a clock of zones whose cells have one change at most (0.1 to 0.2).',
    esbuild: { client: 24_119, withBoth: 29_057 },
    vite: { client: 23_655, withBoth: 28_668 },
  },
  {
    note: 'Walking pages on demand (0.4): with the first loop over a call, or its all() or pages().',
    esbuild: { client: 23_723, withBoth: 28_661 },
    vite: { client: 23_243, withBoth: 28_257 },
  },
  {
    note: 'A login that is given up is undone before the next one, of any tab, begins (0.4); an upload whose line broke on the way is known not to have arrived (0.1); what only an unwatched upload past the gateway needs is loaded with that (-0.15).',
    esbuild: { client: 23_902, withBoth: 28_981 },
    vite: { client: 23_396, withBoth: 28_537 },
  },
];

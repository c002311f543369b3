import type { ExtraParts } from '../extra-parts.js';

/** Loads what a client was not given. */
export async function loadExtras(): Promise<ExtraParts> {
  const { extraParts } = await import('../extra-parts.js');
  return extraParts;
}

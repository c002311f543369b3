import type { Stage } from './fresh-project.ts';
import type { Outcome } from './table.ts';

/** Thrown by a rehearsal of something that this machine can't run, for a reason that is not ours. */
export class NotHereError extends Error {
  override readonly name = 'NotHereError';
}

/** One way in which people use the packages. */
export interface Rehearsal {
  readonly name: string;
  /** @returns what it ran with, as `bun 1.4.5` */
  readonly run: (stage: Stage) => Promise<string>;
}

async function perform({ name, run }: Rehearsal, stage: Stage): Promise<Outcome> {
  const started = performance.now();
  const took = (): number => (performance.now() - started) / 1000;
  try {
    const used = await run(stage);
    return { name, result: 'ok', used, took: took() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { name, result: error instanceof NotHereError ? 'left out' : 'FAILED', used: '', took: took(), why };
  }
}

/**
 * Performs rehearsals, some at a time.
 *
 * @param tell is told each outcome as it comes
 * @returns the outcomes in the order of the rehearsals
 */
export async function performAll(
  rehearsals: readonly Rehearsal[],
  stage: Stage,
  { atOnce, tell }: { readonly atOnce: number; readonly tell: (outcome: Outcome) => void },
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...rehearsals.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, rehearsal] = next;
      const outcome = await perform(rehearsal, stage);
      outcomes[at] = outcome;
      tell(outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;
}

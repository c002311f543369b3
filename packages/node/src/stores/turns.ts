/** Lets works of the same name follow each other, so that the last one that was begun is the last one done. */
export type Turns = <T>(name: string, work: () => Promise<T>) => Promise<T>;

async function begin<T>(before: Promise<unknown> | undefined, work: () => Promise<T>): Promise<T> {
  try {
    await before;
  } catch {
    // Whoever began it is told.
  }
  return work();
}

/** Makes turns; a work that fails does not hold up the next. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const before = last.get(name);
    const turn = begin(before, work).finally(() => {
      if (last.get(name) === turn) last.delete(name);
    });
    last.set(name, turn);
    return turn;
  };
}

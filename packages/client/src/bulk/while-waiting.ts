/** A signal that holds for as long as a work waits. */
export interface Waiting {
  readonly signal: AbortSignal;
  /** The work begins: from now on the signal stays as it is. */
  readonly begin: () => void;
}

const waiting = new WeakMap<AbortSignal, Set<AbortController>>();

/** One listener for all works of a signal, since a runtime goes through a signal's listeners one by one. */
function worksOf(signal: AbortSignal): Set<AbortController> {
  const known = waiting.get(signal);
  if (known !== undefined) return known;
  const works = new Set<AbortController>();
  waiting.set(signal, works);
  const end = (): void => {
    for (const work of works) work.abort(signal.reason);
  };
  signal.addEventListener('abort', end, { once: true });
  return works;
}

/** Follows a signal until a work begins: a queue would else let go of one that runs, and begin another in its place. */
export function whileWaiting(signal: AbortSignal): Waiting {
  const own = new AbortController();
  if (signal.aborted) own.abort(signal.reason);
  const works = worksOf(signal);
  works.add(own);
  return { signal: own.signal, begin: () => void works.delete(own) };
}

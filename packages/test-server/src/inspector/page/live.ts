import { AskError, ask } from './ask.js';
import type { LiveAnswer } from './server-types.js';

/** Asks the server what is new, again and again. */
export interface Live {
  readonly paused: boolean;
  /** Stops asking, or goes on; nothing is lost, since it goes on from what was last seen. */
  setPaused(paused: boolean): void;
  /** Asks at once, as after a change. */
  refresh(): void;
}

/** Who is told. */
export interface LiveOptions {
  /** @param begun whether another server answers than before: what is shown is no longer true */
  readonly onAnswer: (answer: LiveAnswer, begun: boolean) => void;
  readonly onProblem: (message: string) => void;
}

/** Between two questions, in milliseconds; and while there is no answer. */
const USUAL = 500;
const AFTER_A_PROBLEM = 1000;

/** Begins to ask. A page that nobody sees does not. */
export function createLive({ onAnswer, onProblem }: LiveOptions): Live {
  let [paused, asking, again] = [false, false, false];
  let [run, last] = ['', 0];
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Gives whether to ask again at once. */
  const take = (answer: LiveAnswer): boolean => {
    const begun = run !== '' && answer.run !== run;
    run = answer.run;
    if (begun && last > 0) {
      // The question was about another server's IDs.
      last = 0;
      onAnswer({ ...answer, requests: [] }, begun);
      return true;
    }
    last = answer.requests.at(-1)?.id ?? last;
    onAnswer(answer, begun);
    return false;
  };
  const poll = async (): Promise<void> => {
    clearTimeout(timer);
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    let wait = USUAL;
    try {
      if (take(await ask<LiveAnswer>('GET', `inspector/live?after=${last}`))) wait = 0;
    } catch (error) {
      if (!(error instanceof AskError)) throw error;
      onProblem(error.message);
      wait = AFTER_A_PROBLEM;
    } finally {
      asking = false;
    }
    if (again) wait = 0;
    again = false;
    if (!paused && document.visibilityState === 'visible') timer = setTimeout(() => void poll(), wait);
  };

  document.addEventListener('visibilitychange', () => {
    if (!paused && document.visibilityState === 'visible') void poll();
  });
  void poll();
  return {
    get paused() {
      return paused;
    },
    setPaused(wanted) {
      paused = wanted;
      clearTimeout(timer);
      if (!paused) void poll();
    },
    refresh: () => void poll(),
  };
}

/** How a check came out; `skipped` where one before it failed, or it does not apply. */
export type Result = 'ok' | 'warn' | 'fail' | 'skipped';

/** What a check found. It holds no key. */
export interface Finding {
  readonly result: Result;
  /** In a sentence. */
  readonly detail: string;
  /** What to do, where there is something to do. */
  readonly advice?: string | undefined;
  /** The exit code that a failure comes to. */
  readonly exitCode?: number;
}

/** A finding with the name of its check. */
export interface NamedFinding extends Finding {
  readonly check: string;
}

/** The exit code of what can't be reached, or of an answer by something else than the API. */
export const UNAVAILABLE = 69;

/** A check that came out well. */
export const ok = (detail: string): Finding => ({ result: 'ok', detail });

/** A failure, with what to do about it. */
export const fail = (detail: string, advice: string, exitCode: number): Finding => ({
  result: 'fail',
  detail,
  advice,
  exitCode,
});

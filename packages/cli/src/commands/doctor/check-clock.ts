import { type Finding, fail, ok } from './finding.js';

/** Off by more, in seconds, is worth a word. */
const NOTABLE = 30;
/** Off by more, the platform refuses what is signed: inferred, the width of its window is not documented. */
const WINDOW = 900;

const ADVICE =
  'Set the clock of this machine (NTP; on Linux: timedatectl set-ntp true). Commands reckon with the difference after a refusal; what `sign` and `link signed` make is off.';

function inWords(seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 1.5) return 'right, as far as can be told';
  return `${Math.round(size)} s ${seconds > 0 ? 'behind' : 'ahead of'} the platform's`;
}

/**
 * Compares this machine's clock with the `Date` of an answer, which has whole seconds.
 *
 * @param at this machine's time of the answer, in milliseconds since 1970
 */
export function checkClock(date: string | null | undefined, at: number): Finding {
  const told = date?.endsWith(' GMT') === true ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(told)) {
    return { result: 'warn', detail: 'the answer has no date to compare the clock with', advice: ADVICE };
  }
  const behind = (told + 500 - at) / 1000;
  const detail = `this machine's clock is ${inWords(behind)}`;
  if (Math.abs(behind) >= WINDOW) return fail(detail, ADVICE, 1);
  return Math.abs(behind) >= NOTABLE ? { result: 'warn', detail, advice: ADVICE } : ok(detail);
}

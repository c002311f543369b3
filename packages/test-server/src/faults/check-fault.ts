import { InvalidArgumentError, nearestName } from '@streamone/core';
import { checkFaultTarget } from './check-fault-target.js';
import type { FaultKind, FaultOptions } from './fault.js';

const KINDS: Readonly<Record<FaultKind, { readonly ms: boolean }>> = {
  html: { ms: false },
  empty: { ms: false },
  malformed: { ms: false },
  truncated: { ms: false },
  reset: { ms: false },
  hang: { ms: false },
  delay: { ms: true },
  slow: { ms: true },
};

const NAMES: ReadonlySet<string> = new Set([
  'status',
  'http',
  'kind',
  'retryAfter',
  'ms',
  'times',
  'after',
  'probability',
  'command',
  'action',
  'actor',
] satisfies (keyof FaultOptions)[]);

/** The longest that a fault may take, in milliseconds: 10 minutes. */
const LONGEST = 600_000;

function checkWhat({ status, http, kind, retryAfter, ms }: FaultOptions, place: string): void {
  const refuse = (option: string, expected: string, given: unknown): never => {
    throw new InvalidArgumentError({ argument: `${place}.${option}`, expected, given });
  };
  const whole = (option: string, given: unknown, least: number, most: number): void => {
    if (Number.isInteger(given) && Number(given) >= least && Number(given) <= most) return;
    refuse(option, `a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`}`, given);
  };
  if (status !== undefined) whole('status', status, 1, Number.MAX_SAFE_INTEGER);
  if (http !== undefined) whole('http', http, 200, 599);
  if (kind !== undefined && !Object.hasOwn(KINDS, kind)) refuse('kind', Object.keys(KINDS).join(', '), kind);
  if (retryAfter !== undefined) {
    if (kind !== undefined)
      refuse('retryAfter', 'no such option with a kind; it goes with http and status', retryAfter);
    whole('retryAfter', retryAfter, 0, Number.MAX_SAFE_INTEGER);
  }
  if (ms !== undefined) {
    if (kind === undefined || !KINDS[kind].ms) refuse('ms', 'no such option here; it goes with delay and slow', ms);
    whole('ms', ms, 0, LONGEST);
  }
}

function checkWhen({ times, after, probability, ...texts }: FaultOptions, place: string): void {
  const refuse = (option: string, expected: string, given: unknown): never => {
    throw new InvalidArgumentError({ argument: `${place}.${option}`, expected, given });
  };
  if (times !== undefined && times !== Number.POSITIVE_INFINITY && !(Number.isSafeInteger(times) && times >= 1)) {
    refuse('times', 'a whole number from 1', times);
  }
  if (after !== undefined && !(Number.isSafeInteger(after) && after >= 0)) {
    refuse('after', 'a whole number from 0', after);
  }
  if (probability !== undefined && !(typeof probability === 'number' && probability >= 0 && probability <= 1)) {
    refuse('probability', 'a number from 0 to 1', probability);
  }
  for (const option of ['command', 'action', 'actor'] as const) {
    const given: unknown = texts[option];
    if (given !== undefined && typeof given !== 'string') refuse(option, 'a text', given);
  }
}

/**
 * Checks a fault.
 *
 * @param fault not believed yet: it may have come as JSON
 * @param actions what the server answers, as `item/view`
 * @param place what errors call it
 * @throws InvalidArgumentError naming the option that is wrong.
 */
export function checkFault(
  fault: unknown,
  actions: readonly string[],
  place = 'faults',
): asserts fault is FaultOptions {
  if (typeof fault !== 'object' || fault === null || Array.isArray(fault)) {
    throw new InvalidArgumentError({ argument: place, expected: 'a fault, as { "status": 8 }', given: fault });
  }
  const unknown = Object.keys(fault).find((name) => !NAMES.has(name));
  if (unknown !== undefined) {
    const nearest = nearestName(unknown, [...NAMES]);
    throw new InvalidArgumentError({
      argument: place,
      expected: `options named ${[...NAMES].join(', ')}`,
      given: unknown,
      advice: nearest === undefined ? undefined : `Did you mean "${nearest}"?`,
    });
  }
  const options: FaultOptions = fault;
  const { status, http, kind } = options;
  const given = Object.entries({ status, http, kind }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (given.length !== 1) {
    throw new InvalidArgumentError({
      argument: place,
      expected: 'exactly one of status, http and kind',
      given: given.length === 0 ? undefined : given.join(' and '),
    });
  }
  checkWhat(options, place);
  checkWhen(options, place);
  checkFaultTarget(options, actions, place);
}

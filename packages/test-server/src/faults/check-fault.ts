import { InvalidArgumentError } from '@streamone/core';
import type { FaultOptions } from './fault.js';

const KINDS: ReadonlySet<unknown> = new Set(['html', 'truncated', 'empty', 'reset', 'hang', 'delay']);

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
]);

function refuse(argument: string, expected: string, given: unknown): never {
  throw new InvalidArgumentError({ argument: `faults.${argument}`, expected, given });
}

function checkWhole(
  argument: keyof FaultOptions,
  fault: FaultOptions,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): void {
  const given = fault[argument];
  if (given === undefined || given === Number.POSITIVE_INFINITY) return;
  if (typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most) return;
  refuse(argument, `a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`}`, given);
}

/** Checks a fault. @throws InvalidArgumentError naming the option that is wrong. */
export function checkFault(fault: FaultOptions): void {
  const unknown = Object.keys(fault).find((name) => !NAMES.has(name));
  if (unknown !== undefined) refuse('add', `options named ${[...NAMES].join(', ')}`, unknown);
  const { status, http, kind, probability } = fault;
  if ([status, http, kind].filter((given) => given !== undefined).length !== 1) {
    refuse('add', 'exactly one of status, http and kind', fault);
  }
  if (kind !== undefined && !KINDS.has(kind)) refuse('kind', [...KINDS].join(', '), kind);
  checkWhole('status', fault, 1);
  checkWhole('http', fault, 200, 599);
  checkWhole('retryAfter', fault, 0);
  checkWhole('ms', fault, 0);
  checkWhole('times', fault, 1);
  checkWhole('after', fault, 0);
  if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
    refuse('probability', 'a number from 0 to 1', probability);
  }
}

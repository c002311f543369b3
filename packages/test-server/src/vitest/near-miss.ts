import type { JournalEntry } from '../journal/journal-entry.js';
import { type ComparedFacts, type Facts, comparedFacts } from './compared-facts.js';
import type { ExpectedRequest } from './expected-request.js';
import { isAsymmetric } from './wire-text.js';

/** Whether two values are equal; asymmetric matchers count. */
export type Equals = (received: unknown, expected: unknown) => boolean;

function leaves(facts: Facts): readonly (readonly [string, unknown])[] {
  return Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !isAsymmetric(value)
      ? Object.entries(value).map(([inner, leaf]) => [`${name}.${inner}`, leaf as unknown] as const)
      : [[name, value] as const],
  );
}

function fitting({ expected, received }: ComparedFacts, equals: Equals): number {
  const given = new Map(leaves(received));
  return leaves(expected).filter(([name, value]) => equals(given.get(name), value)).length;
}

/** The request that comes closest to an expectation: the most of it fits, the latest of several. */
export function nearMiss(
  entries: readonly JournalEntry[],
  wanted: ExpectedRequest,
  equals: Equals,
): (ComparedFacts & { readonly entry: JournalEntry }) | undefined {
  const missed = entries.map((entry) => ({ entry, ...comparedFacts(wanted, entry) }));
  return missed.toSorted((a, b) => fitting(b, equals) - fitting(a, equals) || b.entry.id - a.entry.id)[0];
}

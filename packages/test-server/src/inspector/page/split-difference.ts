/** A part of a text that is compared with another: both have as many, and those at one place belong together. */
export interface ComparedPart {
  /** Empty where the other has more. */
  readonly text: string;
  readonly differs: boolean;
}

/** The parts of both texts. */
export type ComparedParts = readonly [ComparedPart[], ComparedPart[]];

/** The most pairs of characters that are weighed; longer texts are cut once. */
const MOST = 250_000;

/** An escape is one sign: its digits are not to be found again in a number. */
function signs(text: string): string[] {
  return text.match(/%[\dA-Fa-f]{2}|[^]/gu) ?? [];
}

/** Escapes mean the same in both cases, so one stands beside the other. */
function isAlike(one: string | undefined, other: string | undefined): boolean {
  return one === other || (one !== undefined && one.length > 2 && one.toLowerCase() === other?.toLowerCase());
}

/** The lengths of the longest common sequences of all tails. */
function common(one: readonly string[], other: readonly string[]): number[][] {
  const longest = Array.from({ length: one.length + 1 }, () => Array<number>(other.length + 1).fill(0));
  for (let left = one.length - 1; left >= 0; left--) {
    const [row, below] = [longest[left], longest[left + 1]];
    for (let right = other.length - 1; right >= 0; right--) {
      const both = isAlike(one[left], other[right]) ? 1 + (below?.[right + 1] ?? 0) : 0;
      if (row !== undefined) row[right] = Math.max(both, below?.[right] ?? 0, row[right + 1] ?? 0);
    }
  }
  return longest;
}

/** Puts two parts behind the others: what differs as one, without what both begin and end with. */
function push([left, right]: ComparedParts, one: string, other: string): void {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  const same = (text: string): void => {
    if (text === '') return;
    left.push({ text, differs: false });
    right.push({ text, differs: false });
  };
  same(one.slice(0, start));
  if (start < Math.max(one.length, other.length) - end) {
    left.push({ text: one.slice(start, one.length - end), differs: true });
    right.push({ text: other.slice(start, other.length - end), differs: true });
  }
  same(one.slice(one.length - end));
}

/** The runs in which two texts differ, by turns with those in which they do not. */
function runs(one: readonly string[], other: readonly string[], longest: readonly number[][]): [string, string][] {
  const found: [string, string][] = [['', '']];
  let [left, right] = [0, 0];
  while (left < one.length || right < other.length) {
    const [mine = '', theirs = ''] = [one[left], other[right]];
    const run = found.at(-1) ?? ['', ''];
    if (isAlike(mine, theirs)) {
      found.push([mine, theirs], ['', '']);
      left++;
      right++;
    } else if (right >= other.length || (longest[left + 1]?.[right] ?? -1) >= (longest[left]?.[right + 1] ?? 0)) {
      run[0] += mine;
      left++;
    } else {
      run[1] += theirs;
      right++;
    }
  }
  return found;
}

/**
 * Cuts two texts into what they have alike and what differs, exactly. Texts that have little in common are cut once:
 * letters that happen to be the same would be no help.
 */
export function splitDifference(one: string, other: string): ComparedParts {
  const parts: ComparedParts = [[], []];
  const [mine, theirs] = [signs(one), signs(other)];
  const longest = mine.length * theirs.length > MOST ? undefined : common(mine, theirs);
  const alike = longest?.[0]?.[0] ?? 0;
  if (longest === undefined || alike * 2 < Math.min(mine.length, theirs.length)) push(parts, one, other);
  else for (const [left, right] of runs(mine, theirs, longest)) push(parts, left, right);
  return [joined(parts[0]), joined(parts[1])];
}

/** Neighbours that are alike become one part; between two that differ there is always one that does not. */
function joined(parts: readonly ComparedPart[]): ComparedPart[] {
  const whole: ComparedPart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last === undefined || last.differs !== part.differs) whole.push(part);
    else whole[whole.length - 1] = { text: last.text + part.text, differs: last.differs };
  }
  return whole;
}

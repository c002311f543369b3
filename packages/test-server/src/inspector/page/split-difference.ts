/** A text cut where another differs from it. */
export interface SplitText {
  readonly before: string;
  /** What differs; empty where the text merely lacks something. */
  readonly differs: string;
  readonly after: string;
}

/** Cuts two texts into what they begin with alike, what differs, and what they end with alike. */
export function splitDifference(one: string, other: string): readonly [SplitText, SplitText] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  const cut = (text: string): SplitText => ({
    before: text.slice(0, start),
    differs: text.slice(start, text.length - end),
    after: text.slice(text.length - end),
  });
  return [cut(one), cut(other)];
}

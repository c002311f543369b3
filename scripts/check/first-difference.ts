/** The first line in which two texts differ, told as a diff tells it. */
export function firstDifference(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const at = now.findIndex((line, index) => line !== old[index]);
  const place = at === -1 ? now.length : at;
  return `line ${place + 1}\n  - ${old[place] ?? '(nothing)'}\n  + ${now[place] ?? '(nothing)'}`;
}

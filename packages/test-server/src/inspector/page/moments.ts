/** The time of day of an instant, in UTC as all times of the server: `09:22:39.123`. */
export function timeOfDay(iso: string): string {
  return iso.slice(11, 23);
}

/** An instant to the second: `2026-05-06 07:08:09 UTC`. */
export function instant(iso: string): string {
  return `${iso.slice(0, 19).replace('T', ' ')} UTC`;
}

const UNITS = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
] as const;

/** A span in words: `1 h 5 min`. */
export function span(seconds: number): string {
  let left = Math.round(Math.abs(seconds));
  const words: string[] = [];
  for (const [size, unit] of UNITS) {
    const count = Math.floor(left / size);
    if (count > 0) words.push(`${count} ${unit}`);
    left -= count * size;
  }
  return words.slice(0, 2).join(' ') || '0 s';
}

/** How far the server's clock is from the real time. */
export function offsetInWords(seconds: number): string {
  if (Math.abs(seconds) < 0.5) return 'the real time';
  return `${span(seconds)} ${seconds > 0 ? 'ahead of' : 'behind'} the real time`;
}

/** A duration in milliseconds, short. */
export function took(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

function inWords(seconds: number): string {
  const [name, size] = UNITS.find(([, each]) => seconds >= each * 2) ?? ['second', 1];
  const count = Math.floor(seconds / size);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** How far a moment is from another: `3 minutes ago`, `in 2 hours`. @param seconds since it; negative before it */
export function ageInWords(seconds: number): string {
  if (seconds === 0) return 'just now';
  return seconds > 0 ? `${inWords(seconds)} ago` : `in ${inWords(-seconds)}`;
}

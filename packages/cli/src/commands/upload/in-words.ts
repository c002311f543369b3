const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes as `12.3 MB`. */
export function bytesInWords(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 999.5 && unit < UNITS.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${unit > 0 && value < 99.95 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit] ?? ''}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A number of seconds as `0:07` or `1:02:03`. */
export function secondsInWords(seconds: number): string {
  const whole = Math.ceil(Math.min(seconds, 359_999));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}

/** Speed and time that is left, where they are known: ` 2.1 MB/s, 0:07 left`. */
export function paceInWords(speed: number | undefined, left: number | undefined): string {
  if (speed === undefined) return '';
  return `${bytesInWords(speed)}/s${left === undefined ? '' : `, ${secondsInWords(left)} left`}`;
}

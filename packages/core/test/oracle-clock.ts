/**
 * The wall clock of a zone by another way than the one under test: `Intl` writes all the fields, and
 * they are put together here. Seconds, as if the wall clock were UTC.
 */
export function oracleClock(timeZone: string): (unix: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (unix) => {
    const [month = 0, day, year = 0, hour, minute, second] = format
      .format(unix * 1000)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
  };
}

/** `YYYY-MM-DD HH:MM:SS` of seconds, as if they were UTC. */
export function wallText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/**
 * Makes the writer of the `Date` header. It writes each second once, as node:http does for its own.
 * Clients learn by this header how far their clock is off, so it must come from the server's clock.
 */
export function httpDateWriter(): (now: number) => string {
  let second = Number.NaN;
  let written = '';
  return (now) => {
    const current = Math.floor(now / 1000);
    if (current !== second) {
      second = current;
      written = new Date(current * 1000).toUTCString();
    }
    return written;
  };
}

/** How long a connection may be idle and still be used, in milliseconds, where the server says nothing of it. */
export const READ_LIMIT = 4000;
/** The same for a write, which can't be repeated when it meets a connection that is closing. */
export const WRITE_LIMIT = 1000;
/** How long before the moment that a server named for closing a connection it is dropped. */
export const MARGIN = 1000;

/** What a server says of it: `Keep-Alive: timeout=5, max=100`, in seconds. */
const HINT = /(?:^|,)\s*timeout\s*=\s*(\d+)/i;

/** How long a connection may be idle, in milliseconds, by the `Keep-Alive` header of its last answer. */
export function idleLimit(header: string | undefined): number {
  const hint = header === undefined ? undefined : HINT.exec(header)?.[1];
  return hint === undefined ? READ_LIMIT : Math.min(READ_LIMIT, Number(hint) * 1000 - MARGIN);
}

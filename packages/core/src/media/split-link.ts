/** A link in its parts, as they are written. */
export interface SplitLink {
  /** Scheme and host, where the link has them. */
  readonly origin: string | undefined;
  readonly path: string;
  /** Without `?`; undefined where there is none. */
  readonly query: string | undefined;
  /** With its `#`; empty where there is none. */
  readonly fragment: string;
}

// Only what a URL may hold as it is: whatever else there is, a browser would encode it, after it was signed.
const LINK =
  /^(https?:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?=[/?#]|$))?((?:\/[\w.~!$&'()*+,;=:@/%-]*)?)(?:\?([\w.~!$&'()*+,;=:@/%?-]*))?(#[\w.~!$&'()*+,;=:@/%?-]*)?$/i;
const HALF_ESCAPE = /%(?![0-9a-f]{2})/i;

/** Splits a link, or the target of a request (`/path?query`); undefined for what is neither. */
export function splitLink(link: unknown): SplitLink | undefined {
  const found = typeof link === 'string' && !HALF_ESCAPE.test(link) ? LINK.exec(link) : null;
  if (found === null) return undefined;
  const [, origin, path, query, fragment = ''] = found;
  if (origin === undefined && path === '') return undefined;
  return { origin, path: path === undefined || path === '' ? '/' : path, query, fragment };
}

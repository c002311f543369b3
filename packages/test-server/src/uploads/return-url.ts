/** The longest address to return to, in characters. The platform's limit is not known (inferred). */
const LONGEST = 8192;

/**
 * Reads where an upload returns to: an absolute address with `http://` or `https://`, as written for
 * a `Location`. `undefined` for anything else.
 */
export function readReturnUrl(given: string | undefined): string | undefined {
  if (given === undefined || given.length > LONGEST || !URL.canParse(given)) return undefined;
  const { protocol, href } = new URL(given);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}

/** Adds `error=<code>` to the query of an address. Source: protocol, documented. */
export function withError(returnUrl: string, code: number): string {
  const [address = '', ...fragment] = returnUrl.split('#');
  const mark = address.includes('?') ? (/[?&]$/.test(address) ? '' : '&') : '?';
  return [`${address}${mark}error=${code}`, ...fragment].join('#');
}

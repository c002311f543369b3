/** An address that comes from data, if a page may safely lead to it or load it; `undefined` else. */
export function safeAddress(given: string | null | undefined): string | undefined {
  if (!given || !URL.canParse(given)) return undefined;
  return ['https:', 'http:'].includes(new URL(given).protocol) ? given : undefined;
}

/** The address of a poster in a size that the platform makes, in pixels. */
export function posterAddress(given: string | null | undefined, width: number): string | undefined {
  const address = safeAddress(given);
  if (address === undefined) return undefined;
  const url = new URL(address);
  url.searchParams.set('size', `${width}x${Math.round((width * 9) / 16)}`);
  return url.href;
}

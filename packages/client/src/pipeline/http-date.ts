/** A date of an HTTP header in milliseconds since 1970; `undefined` for one that is missing or in no form of today. */
export function parseHttpDate(header: string | undefined): number | undefined {
  // Without GMT the runtime would take it for this machine's own zone.
  if (header === undefined || !header.endsWith(' GMT')) return undefined;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : date;
}

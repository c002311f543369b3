/** The versions of Node that are tried: the oldest that packages name in `engines`, and the newest that there was. */
export const SUPPORTED = { oldest: '22.19.0', newest: '26.10.0' } as const;

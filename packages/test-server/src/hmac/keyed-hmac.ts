/**
 * HMAC-SHA1 in lower-case hex with one key for many messages, byte strings both: what an
 * explanation tries some thousands of strings with.
 */
export type KeyedHmac = (key: string) => (message: string) => string;

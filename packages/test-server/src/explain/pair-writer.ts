import type { SignedPair } from './signing.js';

/** Writes one pair into a string to sign. */
export type PairWriter = (pair: Pick<SignedPair, 'raw' | 'name' | 'value'>) => string;

/** As it was sent, which is right. */
export const asSent: PairWriter = ({ raw }) => raw;

function escaped(bytes: string, escape: RegExp, space: string): string {
  return bytes.replace(escape, (byte) =>
    byte === ' ' ? space : `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/**
 * Makes a writer that encodes anew what was decoded.
 *
 * @param escape what is escaped, with the flag `g`
 * @param space what a space becomes
 */
export function encoder(escape: RegExp, space: string): PairWriter {
  return ({ name, value }) => `${escaped(name, escape, space)}=${escaped(value, escape, space)}`;
}

/** As PHP's http_build_query does, which is what the platform may reckon with too. */
export const asPhp: PairWriter = encoder(/[^A-Za-z0-9._-]/g, '+');

import type { PairWriter } from './pair-writer.js';

/** A pair of a form: as it was sent, and decoded (byte strings all). */
export interface SignedPair {
  readonly raw: string;
  readonly name: string;
  readonly value: string;
  /** Set for a whole body that is no form: it is written as it is, and shown as this says. */
  readonly shown?: () => string;
}

/** What the key consists of, byte strings both. */
export interface SigningKey {
  /** The PSK. */
  readonly psk: string;
  /** The session's key; empty without a session. */
  readonly session: string;
}

/** What a client makes of key and string, before it writes it down. */
export type Algorithm = 'hmac-sha1' | 'hmac-sha256' | 'swapped' | 'key-first' | 'key-last' | 'no-key';

/**
 * How a client makes its signature, step by step, so that a mistake is a change of one step and two
 * mistakes are two changes.
 */
export interface Signing {
  /** What stands before the path: nothing. */
  readonly method: string;
  /** What stands between method and path: nothing. */
  readonly host: string;
  /** What the string begins with. */
  readonly path: string;
  /** Between path and parameters: `?`. */
  readonly mark: string;
  /** The parameters without the signature, in the order in which they are signed. */
  readonly parameters: readonly SignedPair[];
  /** Between each two of the parameters, and of the arguments: `&`. */
  readonly separator: string;
  /** Between parameters and arguments: `&`, also where there are no arguments. */
  readonly join: string;
  /** The arguments, in the order in which they are signed. */
  readonly arguments: readonly SignedPair[];
  /** Whether the arguments stand before the parameters. */
  readonly argumentsFirst: boolean;
  /** How each is written. */
  readonly writeParameter: PairWriter;
  readonly writeArgument: PairWriter;
  /** Behind all: nothing. */
  readonly end: string;
  /** What is made of the whole string before it is signed: nothing. */
  readonly whole?: (text: string) => string;
  readonly key: SigningKey;
  readonly algorithm: Algorithm;
}

/**
 * What a block for a page may use without declaring it.
 *
 * @public the programs that are made of pages import it
 */
export interface Prelude {
  /** Told which block begins, by its line. */
  readonly at: (line: number) => void;
  readonly id: string;
  readonly psk: string;
  readonly username: string;
  readonly password: string;
  readonly signal: AbortSignal;
}

/** The names of what such a block is given. */
export const preludeNames = ['id', 'psk', 'username', 'password', 'signal'] as const;

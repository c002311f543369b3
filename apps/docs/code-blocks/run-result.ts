/** What became of the blocks of a page. */
export interface RunResult {
  readonly page: string;
  /** How many blocks began. */
  readonly blocks: number;
  /** The line of the block that failed, and why. */
  readonly failure?: { readonly line: number; readonly message: string };
  /** How long they took, in milliseconds. */
  readonly took: number;
}

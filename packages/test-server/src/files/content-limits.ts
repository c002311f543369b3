/** How much is taken in. */
export interface ContentLimits {
  /** The largest file, in bytes. */
  readonly maxFileSize: number;
  /** All files together, in bytes. */
  readonly maxTotal: number;
}

/** A piece of a file that can be played by itself, after the piece that begins the file. */
export interface Segment {
  /** The first byte. */
  readonly offset: number;
  /** In bytes. */
  readonly length: number;
  /** In seconds. */
  readonly duration: number;
}

/** A file as HLS plays it. */
export interface SegmentedFile {
  /** How many bytes at the beginning say what the file is; 0 where each segment does so for itself. */
  readonly head: number;
  readonly segments: readonly Segment[];
}

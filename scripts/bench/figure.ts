/** Something measured for itself, with what it may be at most. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** As `ms` or `MiB`. */
  readonly unit: string;
  /** Left out where there is no target. */
  readonly most?: number;
}

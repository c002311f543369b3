/** A place for bytes that are too many for the memory. */
export interface Spill {
  write(bytes: Uint8Array): Promise<void>;
  /** What was written. Nothing more can be. */
  finish(): Promise<Blob>;
  /** Throws it away, finished or not. */
  discard(): Promise<void>;
}

/** What a runtime keeps contents with. */
export interface ContentBackend {
  /** A SHA-256 that is fed piece by piece. */
  createHash(): { update(bytes: Uint8Array): void; hex(): string };
  /** Opens a place for much. Where it is absent, everything stays in memory. */
  openSpill?(): Promise<Spill>;
  /** Gives back what the backend itself holds. */
  close?(): Promise<void>;
}

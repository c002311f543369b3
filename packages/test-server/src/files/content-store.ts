/** What was received: not kept until {@link ReceivedContent.keep} is called. */
export interface ReceivedContent {
  /** The SHA-256 of the bytes, in hex: the same bytes have the same key, in every server. */
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  readonly blob: Blob;
  /** Keeps it, until the store is closed. */
  keep(): Promise<void>;
  /** Throws it away. What is kept stays. */
  drop(): Promise<void>;
}

/** Keeps the bytes of files, beside the state, which only names them. */
export interface ContentStore {
  /**
   * Takes in bytes.
   *
   * @throws ContentLimitError when they are too many; whatever the source throws.
   */
  receive(source: AsyncIterable<Uint8Array>): Promise<ReceivedContent>;
  /** What is kept under a key, if anything is. */
  get(key: string): Blob | undefined;
  /** Throws everything away, and takes in nothing more. */
  close(): Promise<void>;
}

/** What a server was at some time, for `server.restore(snapshot)`. What is in it is the server's own affair. */
export interface Snapshot {
  /** When it was taken, by the server's clock. */
  readonly taken: Date;
}

/** Limits on what a client can draw out of a socket. */
export interface SocketLimits {
  /** The largest header of a request, in bytes. */
  readonly maxHeaderSize: number;
  /** How long a header may take to come, and a connection that was opened to say something, in milliseconds. */
  readonly headersTimeout: number;
  /** How long a whole request may take to come, in milliseconds. */
  readonly requestTimeout: number;
  /** How often those two are looked at, in milliseconds. */
  readonly connectionsCheckingInterval: number;
  /** How many connections there may be; more are closed as soon as they come. */
  readonly maxConnections: number;
}

/** The limits of every server. Those of the platform are not known (inferred). */
export const socketLimits: SocketLimits = {
  // Larger than the longest target, so that the answer to that is 414 and not Node's 431.
  maxHeaderSize: 65_536,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5000,
  maxConnections: 2000,
};

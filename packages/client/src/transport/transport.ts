/** Who wants to know whether a request left. */
export interface SendingListener {
  /** Told when the connection is there and the first byte is about to be written. */
  sending(): void;
}

/** One HTTP request, as a transport takes it. Always a POST of a form. */
export interface TransportRequest {
  /** The whole address, the signature included: not for logs. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The form; empty when there are no arguments. */
  readonly body: string;
  /** Ends the request: the caller's own signal, or a time limit. */
  readonly signal: AbortSignal;
  /** How many bytes an answer may have; a longer one is an error. */
  readonly maxBytes: number;
  /** Whether the request changes something, so that it must not be sent on a connection that may be closing. */
  readonly write: boolean;
  /** Told by a transport with `tellsSending`. */
  readonly listener?: SendingListener | undefined;
}

/** One HTTP answer, read to its end. */
export interface TransportResponse {
  /** The status of HTTP. */
  readonly status: number;
  /** The headers; made into `Headers` only when somebody looks. */
  readonly headers: Headers | Readonly<Record<string, string>>;
  /** The body, decoded as UTF-8. */
  readonly text: string;
}

/**
 * How requests travel. It rejects with the runtime's own error when no whole answer came back, and
 * follows no redirect: an address with a signature must not be handed on.
 */
export interface Transport {
  /**
   * Whether it tells each request's `listener` when it begins to write. One that ends before that was not sent, as while
   * it connects or waits for a connection, so that a write may be repeated. Of other transports only some errors say so.
   */
  readonly tellsSending?: boolean | undefined;
  send(request: TransportRequest): Promise<TransportResponse>;
  /** Ends idle connections, where there are any. */
  close?(): Promise<void> | void;
}

/** A header of an answer, by its lower-case name. */
export function headerOf({ headers }: TransportResponse, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  return headers[name];
}

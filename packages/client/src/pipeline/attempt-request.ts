import { checkHeaders } from './check-headers.js';

/** What an attempt tells of itself. */
export interface AttemptDetails {
  readonly command: string;
  readonly action: string;
  readonly requestId: string;
  /** Which attempt of the call, from 1. */
  readonly attempt: number;
}

/** What an attempt sends. */
export interface AttemptWire {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * One attempt, as middleware sees it. What may hold secrets (the signed address, the form) can be
 * read but is shown by no dump and no JSON of it.
 */
export class AttemptRequest implements AttemptDetails {
  readonly command: string;
  readonly action: string;
  readonly requestId: string;
  readonly attempt: number;
  readonly #wire: AttemptWire;

  constructor(details: AttemptDetails, wire: AttemptWire) {
    this.command = details.command;
    this.action = details.action;
    this.requestId = details.requestId;
    this.attempt = details.attempt;
    this.#wire = wire;
  }

  /** The whole address, the signature included: not for logs. */
  get url(): string {
    return this.#wire.url;
  }

  /** The headers that are sent. */
  get headers(): Readonly<Record<string, string>> {
    return this.#wire.headers;
  }

  /** The arguments as a form: not for logs. */
  get body(): string {
    return this.#wire.body;
  }

  /**
   * The same attempt with more headers, for tracing. The signature covers none, so it holds.
   *
   * @throws InvalidArgumentError for a header that HTTP can't carry, or that is the connection's own.
   */
  withHeaders(headers: Readonly<Record<string, string>>): AttemptRequest {
    checkHeaders(headers);
    return new AttemptRequest(this, { ...this.#wire, headers: { ...this.#wire.headers, ...headers } });
  }
}

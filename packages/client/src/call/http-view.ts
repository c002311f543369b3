import type { TransportResponse } from '../transport/transport.js';
import type { HttpDetails } from './call.js';

/** HTTP's own details of an answer; the headers become `Headers` only when somebody looks. */
export class HttpView implements HttpDetails {
  readonly status: number;
  readonly #given: TransportResponse['headers'];
  #headers: Headers | undefined;

  constructor(response: TransportResponse) {
    this.status = response.status;
    this.#given = response.headers;
  }

  get headers(): Headers {
    this.#headers ??= this.#given instanceof Headers ? this.#given : new Headers(this.#given);
    return this.#headers;
  }
}

import type { ResponseHeader } from '@streamone/core';

/** What HTTP itself said. */
export interface HttpDetails {
  /** The status of HTTP; 200 for most errors of the API too (inferred). */
  readonly status: number;
  readonly headers: Headers;
}

/** A response with everything around its body. */
export interface CallResponse<T> {
  /** What was answered, decoded. */
  readonly body: T;
  /** The header of the response, as sent. */
  readonly header: ResponseHeader;
  readonly http: HttpDetails;
  /** How many requests were made. */
  readonly attempts: number;
  /** Whether it came from the cache. */
  readonly cached: boolean;
  /** The client's own number for the call; it is in every log event and error of that call too. */
  readonly requestId: string;
}

/**
 * One call of an action, and one request. Await it for the body, or ask for `response()`: all that
 * look at one call share its request. It was sent when the call was made.
 *
 * It rejects with a StreamOneError: an ApiError when the platform said no, a TransportError when no
 * answer came back, an InvalidArgumentError when nothing was sent.
 */
export interface Call<T> extends Promise<T> {
  /** The response with its header, HTTP's own details and the number of attempts. */
  response(): Promise<CallResponse<T>>;
}

/** One page of rows. */
export interface Page<Row> extends Array<Row> {
  /** How many rows match in all, by the response's header. Not enumerable. */
  readonly total: number | undefined;
}

/** What `all` takes. */
export interface AllOptions {
  /** Stop after so many rows. */
  readonly max?: number | undefined;
}

/**
 * A call of a paged action. Awaited it is the first page; iterated it is every row, page after page.
 * The first page of an iteration is the call's own request; each further one is a request of its own.
 */
export interface PagedCall<Row> extends Call<Page<Row>>, AsyncIterable<Row> {
  /** Page after page, from the offset that was asked for. */
  pages(): AsyncIterable<Page<Row>>;
  /** Every row, gathered in one array. */
  all(options?: AllOptions): Promise<Row[]>;
}

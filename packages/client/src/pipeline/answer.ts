import type { ResponseHeader } from '@streamone/core';
import type { TransportResponse } from '../transport/transport.js';

/** A success of the API, not decoded yet. */
export interface Answer {
  readonly header: ResponseHeader;
  readonly body: unknown;
  readonly http: TransportResponse;
  readonly attempts: number;
  readonly requestId: string;
}

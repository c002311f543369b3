/** The header of a response, as sent. Fields that are not named here pass through. */
export interface ResponseHeader {
  /** The result: 0 is success. Documented. */
  readonly status: number;
  /** The result in words. Documented. */
  readonly statusmessage: string;
  /** 3. Observed. */
  readonly apiversion?: number;
  /** Whether the client may keep this response. Observed. */
  readonly cacheable?: boolean;
  /** How many rows match in all, not on this page; only for paged actions. Documented. */
  readonly count?: number;
  /** IANA zone of every date in the body. Observed. */
  readonly timezone?: string;
  /** Seconds that the session has left; only for session requests. Observed. */
  readonly sessiontimeout?: number;
  readonly [field: string]: unknown;
}

/** The values of a form by name: texts, and what names with brackets make. */
export interface RecordedForm {
  readonly [name: string]: string | RecordedForm;
}

/** What a request asked for, without what authenticates it. */
export interface RecordedRequest {
  /** As `item`. */
  readonly command: string;
  /** As `view`. */
  readonly action: string;
  /** The parameters, without signature and timestamp, and without `api` and `format` where they are what they always are. */
  readonly parameters: RecordedForm;
  readonly arguments: RecordedForm;
}

/** An answer of the API, every secret in it masked. */
export interface RecordedApiAnswer {
  readonly httpStatus: number;
  readonly header: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** An answer that was no response of the API. Its text is not kept, since nothing in it could be masked for certain. */
export interface RecordedMalformedAnswer {
  readonly httpStatus: number;
  /** What is wrong with it, as `it is not JSON`. */
  readonly malformed: string;
}

/** What was answered. */
export type RecordedAnswer = RecordedApiAnswer | RecordedMalformedAnswer;

/** A request that was recorded and its answers, in their order: the content of one file. */
export interface Recording extends RecordedRequest {
  readonly answers: readonly RecordedAnswer[];
}

import type { Explanation } from '../explain/explanation.js';

/** A request beside the API that is refused with a status of HTTP. */
export class WebRefusal extends Error {
  override readonly name: string = 'WebRefusal';
  /** As 404. */
  readonly httpStatus: number;
  readonly explanation: Explanation;
  readonly headers: Readonly<Record<string, string>>;

  constructor(httpStatus: number, explanation: Explanation, headers: Readonly<Record<string, string>> = {}) {
    super(explanation.summary);
    this.httpStatus = httpStatus;
    this.explanation = explanation;
    this.headers = headers;
  }
}

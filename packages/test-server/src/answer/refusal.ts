import type { Explanation } from '../explain/explanation.js';

/** A request that is refused with a status of the API. Thrown by the steps of the verification. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal';
  /** The status, as 6. */
  readonly status: number;
  /** Why; worked out when somebody asks. */
  readonly explain: () => Explanation;

  constructor(status: number, explanation: Explanation | (() => Explanation)) {
    super(`refused with status ${status}`);
    this.status = status;
    let known = explanation;
    this.explain = () => {
      // Once: it may take some time, and what it is worked out from can then be forgotten.
      if (typeof known === 'function') known = known();
      return known;
    };
  }
}

import type { Explanation } from '../explain/explanation.js';
import { Refusal } from '../answer/refusal.js';

/** Refuses an upload with a status. Which the platform uses for what is inferred from their meanings. */
export function uploadError(status: number, summary: string, more: Omit<Explanation, 'summary'> = {}): Refusal {
  return new Refusal(status, { summary, ...more });
}

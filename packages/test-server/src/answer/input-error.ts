import { Status } from '@streamone/core';
import { Refusal } from './refusal.js';

/** Refuses an argument or parameter with status 6. @param more what was expected and received */
export function inputError(
  argument: string,
  summary: string,
  more: { readonly expected?: string; readonly received?: string } = {},
): Refusal {
  return new Refusal(Status.INPUT_ERROR, { summary, argument, ...more });
}

import { ControlError } from './control-error.js';

/** Reads the number of an entry, a fault or a snapshot from a path. @throws ControlError with 404 for what is none. */
export function readId(what: string, text: string | undefined): number {
  if (text !== undefined && /^\d{1,15}$/.test(text)) return Number(text);
  throw new ControlError(404, `There is no ${what} ${JSON.stringify(text)}; they have numbers.`);
}

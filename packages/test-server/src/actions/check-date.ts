import { inputError } from '../answer/input-error.js';

// What a DATETIME of MySQL holds, less a day on the far side: it must have a form in every zone.
const EARLIEST = Date.UTC(1000, 0, 2);
const LATEST = Date.UTC(9999, 11, 30);

/** Refuses a date that could be kept and then not be shown in some zone, with status 6 (inferred). */
export function checkDate(argument: string, date: Date | null | undefined): void {
  if (!date || (date.getTime() >= EARLIEST && date.getTime() <= LATEST)) return;
  throw inputError(argument, `The argument "${argument}" is outside of the years 1000 to 9999.`);
}

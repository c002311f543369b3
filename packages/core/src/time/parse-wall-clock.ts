const ZERO = 48;
const DASH = 45;
const COLON = 58;
const SPACE = 32;
const LENGTH = 19;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Negative where one of the two is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

/** Days from 1970-01-01 to a day of the Gregorian calendar, months counted from March. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  // 400 years, one round of the calendar, are added and taken off again, so that `| 0` rounds down.
  const shifted = (month <= 2 ? year - 1 : year) + 400;
  const leapDays = ((shifted / 4) | 0) - ((shifted / 100) | 0) + ((shifted / 400) | 0);
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1;
  return shifted * 365 + leapDays + dayOfYear - 719_468 - 146_097;
}

function daysIn(month: number, year: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return DAYS[month - 1] ?? 0;
}

function hasMarks(text: string): boolean {
  return (
    text.charCodeAt(4) === DASH &&
    text.charCodeAt(7) === DASH &&
    text.charCodeAt(10) === SPACE &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON
  );
}

/**
 * Reads `YYYY-MM-DD HH:MM:SS`, and nothing else, as milliseconds, as if it were UTC; `undefined`
 * for another form or a day that does not exist (`0000-00-00 00:00:00`). By hand, in whole numbers
 * and not by a pattern, since a page of rows has thousands of them.
 */
export function parseWallClock(text: string): number | undefined {
  if (text.length !== LENGTH || !hasMarks(text)) return undefined;
  const century = twoDigits(text, 0);
  const yearOfCentury = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (century < 0 || yearOfCentury < 0 || hour < 0 || minute < 0 || second < 0) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || month < 1 || month > 12) return undefined;
  const year = century * 100 + yearOfCentury;
  if (day < 1 || day > daysIn(month, year)) return undefined;
  return (daysSinceEpoch(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second) * 1000;
}

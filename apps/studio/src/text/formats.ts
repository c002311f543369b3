import { computed } from '@preact/signals';
import { locale, zone } from '../state/preferences.ts';

const numbers = computed(() => new Intl.NumberFormat(locale.value));
const days = computed(() => new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeZone: zone.value }));
const moments = computed(
  () => new Intl.DateTimeFormat(locale.value, { dateStyle: 'long', timeStyle: 'short', timeZone: zone.value }),
);
const percents = computed(() => new Intl.NumberFormat(locale.value, { style: 'percent', maximumFractionDigits: 0 }));

/** A whole number, as `12,345`. */
export const showNumber = (value: number): string => numbers.value.format(value);

/** A day, as `4 Mar 2024`. */
export const showDay = (date: Date): string => days.value.format(date);

/** A day with its time, as `4 March 2024 at 07:00`. */
export const showMoment = (date: Date): string => moments.value.format(date);

/** A part, 0 to 1, as `43 %`. */
export const showPart = (part: number): string => percents.value.format(part);

const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds as `12:34` or `1:02:03`. */
export function showDuration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds % 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Seconds as words for a screen reader, as `12 minutes, 34 seconds`. */
export function sayDuration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [Math.floor(seconds % 60), 'second'],
  ] as const;
  const said = parts.filter(([value]) => value > 0).map(([value, unit]) => `${value} ${unit}${value === 1 ? '' : 's'}`);
  return said.join(', ') || '0 seconds';
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes as `1.4 MB`. */
export function showSize(bytes: number): string {
  const step = Math.min(SIZES.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** step;
  const options = {
    style: 'unit',
    unit: SIZES[step] ?? 'byte',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(locale.value, options).format(value);
}

const zoneName = (style: 'long' | 'shortOffset', name: string, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZone: name, timeZoneName: style })
    .formatToParts(new Date())
    .find(({ type }) => type === 'timeZoneName')?.value ?? name;

/** The zone that times are shown in, as `Europe/Amsterdam (GMT+2)`. */
export const showZone = (name = zone.value): string =>
  `${name.replaceAll('_', ' ')} (${zoneName('shortOffset', name, locale.value)})`;

import { effect, signal } from '@preact/signals';

const KEY = 'studio-preferences';

interface Preferences {
  /** A language tag; the browser's own unless set. */
  readonly locale?: string;
  /** An IANA zone; the browser's own unless set. */
  readonly zone?: string;
}

function isLocale(given: unknown): given is string {
  try {
    return typeof given === 'string' && Intl.getCanonicalLocales(given).length === 1;
  } catch {
    return false;
  }
}

function isZone(given: unknown): given is string {
  try {
    return typeof given === 'string' && new Intl.DateTimeFormat('en', { timeZone: given }).format(0) !== '';
  } catch {
    return false;
  }
}

function kept(): Preferences {
  try {
    const { locale, zone } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { locale?: unknown; zone?: unknown };
    return { ...(isLocale(locale) && { locale }), ...(isZone(zone) && { zone }) };
  } catch {
    return {};
  }
}

const before = kept();

/** The browser's own language and zone. */
export const own = { locale: navigator.language, zone: new Intl.DateTimeFormat().resolvedOptions().timeZone } as const;

/** The language that dates and numbers are written in. */
export const locale = signal(before.locale ?? own.locale);

/** The zone that times are shown in, and that dates of filters are meant in. */
export const zone = signal(before.zone ?? own.zone);

effect(() => {
  const changed: Preferences = {
    ...(locale.value !== own.locale && { locale: locale.value }),
    ...(zone.value !== own.zone && { zone: zone.value }),
  };
  try {
    if (Object.keys(changed).length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(changed));
  } catch {
    // A browser that keeps nothing: the choice holds until the page is closed.
  }
});

import { useState } from 'preact/hooks';
import { me } from '../state/me.ts';
import { locale, own, zone } from '../state/preferences.ts';
import { signOut } from '../state/session.ts';
import { pending } from '../state/uploads.ts';
import { showMoment, showZone } from '../text/formats.ts';
import { type Told, tellFailure } from '../text/tell-failure.ts';
import { Icon } from './icon.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';

const LOCALES = ['en-GB', 'en-US', 'nl-NL', 'de-DE', 'fr-FR', 'es-ES', 'sv-SE', 'uk-UA', 'ar-EG', 'ja-JP'];

function nameOfLocale(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return tag === own.locale ? `${name} (browser)` : name;
}

function Preferences() {
  const locales = [...new Set([own.locale, locale.value, ...LOCALES])];
  const zones = [
    ...new Set([own.zone, zone.value, me.value?.zone ?? own.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')]),
  ];
  return (
    <>
      <label>
        Dates and numbers as in
        <select value={locale.value} onChange={(event) => (locale.value = event.currentTarget.value)}>
          {locales.map((tag) => (
            <option key={tag} value={tag}>
              {nameOfLocale(tag)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Times in
        <select value={zone.value} onChange={(event) => (zone.value = event.currentTarget.value)}>
          {zones.map((name) => (
            <option key={name} value={name}>
              {name.replaceAll('_', ' ')}
              {name === own.zone ? ' (browser)' : name === me.value?.zone ? ' (your profile)' : ''}
            </option>
          ))}
        </select>
      </label>
      <p class="small">
        Now: {showMoment(new Date())}, {showZone()}
      </p>
    </>
  );
}

/** Who is signed in, how dates are written, and the way out. */
export function PersonMenu() {
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState<Told | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  const leave = (): void => {
    if (pending.peek().length > 0) setAsking(true);
    else signOut().catch((error: unknown) => setTold(tellFailure(error, 'sign-in')));
  };
  const name = me.value?.name ?? 'Signed in';
  return (
    <>
      <button
        type="button"
        class="button round"
        popovertarget="person-menu"
        aria-label={`${name}: settings and sign out`}
      >
        <Icon name="person" />
      </button>
      <div
        id="person-menu"
        class="menu"
        popover="auto"
        role="group"
        aria-label="Settings"
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && (
          <>
            <p class="who">
              <strong>{name}</strong>
              {me.value !== undefined && <span>{me.value.username}</span>}
            </p>
            <Preferences />
            <button type="button" class="button" onClick={leave}>
              Sign out
            </button>
            {told && <p role="alert">You are still signed in. {told.advice}</p>}
          </>
        )}
      </div>
      {isAsking && <SignOutDialog onStay={() => setAsking(false)} />}
    </>
  );
}

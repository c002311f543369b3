import { input, password, select } from '@inquirer/prompts';
import { PLATFORM_URL, baseUrl, isStreamOneError } from '@streamone/node';
import type { Profile } from '../../config/config.js';
import { ownWords, printable } from '../../output/report-error.js';
import type { FoundPlace } from './check-profile.js';

/** How prompts are shown: on stderr, so that stdout stays for data. */
export interface PromptContext {
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

const ID = /^[A-Za-z0-9_-]{1,100}$/;

const isId = (text: string): true | string => ID.test(text.trim()) || 'An ID has letters, digits, "_" and "-".';

function isAddress(text: string, insecure: boolean): true | string {
  try {
    baseUrl(text, insecure);
    return true;
  } catch (error) {
    return isStreamOneError(error) ? ownWords(error.message) : String(error);
  }
}

/** Asks for address and credentials; what the profile has already is offered. */
export async function askCredentials(former: Profile, context: PromptContext): Promise<Profile> {
  const insecure = former.insecure ?? false;
  const url = await input(
    {
      message: 'Address of the API',
      default: former.url ?? PLATFORM_URL,
      validate: (text) => isAddress(text, insecure),
    },
    context,
  );
  const auth = await select<'user' | 'application'>(
    {
      message: 'Who signs?',
      choices: [
        { name: 'a user', value: 'user' },
        { name: 'an application', value: 'application' },
      ],
      default: former.auth ?? 'user',
    },
    context,
  );
  const sameKind = former.auth === auth ? former : {};
  const id = await input(
    { message: `ID of the ${auth}`, validate: isId, ...(sameKind.id !== undefined && { default: sameKind.id }) },
    context,
  );
  const kept = sameKind.id === id.trim() ? sameKind.psk : undefined;
  const psk = await password(
    {
      message: kept === undefined ? 'Pre-shared key (PSK)' : 'Pre-shared key (PSK); empty for the one that is kept',
      mask: false,
      validate: (text) => text !== '' || kept !== undefined || 'The key is needed.',
    },
    context,
  );
  const address = url.trim() === PLATFORM_URL ? undefined : url.trim();
  return { ...former, url: address, auth, id: id.trim(), psk: psk === '' ? kept : psk };
}

/** What to do about credentials that do not work. */
export function askWhatNow(context: PromptContext): Promise<'again' | 'keep' | 'leave'> {
  return select(
    {
      message: 'What now?',
      choices: [
        { name: 'enter them again', value: 'again' },
        { name: 'keep them all the same', value: 'keep' },
        { name: 'leave everything as it was', value: 'leave' },
      ],
    },
    context,
  );
}

const OTHER = 'other';
const NONE = 'none';

/** Asks where to act, and offers what was found. */
export async function askPlace(
  former: Profile,
  places: readonly FoundPlace[],
  context: PromptContext,
): Promise<Pick<Profile, 'account' | 'customer'>> {
  const before = former.account?.[0] ?? former.customer;
  const other = former.account !== undefined && !places.some(({ id }) => id === before);
  const offered = (wanted: FoundPlace['kind']): { name: string; value: string }[] =>
    places
      .filter(({ kind }) => kind === wanted)
      .map(({ kind, id, name }) => ({ name: `${kind} ${printable(name)} (${id})`, value: id }));
  const accounts = offered('account');
  // Most actions need an account: a customer is taken only by who chooses it.
  const choices = [
    ...accounts,
    { name: `${accounts.length === 0 ? 'an' : 'another'} account, by its ID`, value: OTHER },
    ...offered('customer'),
    { name: 'none: give --account each time', value: NONE },
  ];
  const chosen = await select(
    { message: 'Where to act?', choices, default: other ? OTHER : (before ?? choices[0]?.value ?? OTHER) },
    context,
  );
  if (chosen === NONE) return { account: undefined, customer: undefined };
  const place = places.find(({ id }) => id === chosen);
  if (place?.kind === 'customer') return { account: undefined, customer: place.id };
  if (place !== undefined) return { account: [place.id], customer: undefined };
  const id = await input(
    { message: 'ID of the account', validate: isId, ...(other && before !== undefined && { default: before }) },
    context,
  );
  return { account: [id.trim()], customer: undefined };
}

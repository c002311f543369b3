import { InvalidArgumentError } from '@streamone/node';
import type { Profile } from '../config/config.js';
import type { GlobalOptions } from './global-options.js';
import { pickSetting } from './pick-setting.js';
import type { Setting, SettingStory } from './settings.js';

/** Account(s) or a customer, whichever stands in the strongest place. */
type Scope =
  | { readonly accounts: readonly string[]; readonly customer?: undefined }
  | { readonly accounts?: undefined; readonly customer: string };

/** Which of the two is set. */
export interface ResolvedScope {
  readonly accounts: Setting<readonly string[]> | undefined;
  readonly customer: Setting<string> | undefined;
}

function idList(text: string): readonly string[] {
  return text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function scope(account: string | undefined, customer: string | undefined): Scope | undefined {
  if (customer !== undefined) return { customer };
  return account === undefined ? undefined : { accounts: idList(account) };
}

/**
 * In which account(s), or for which customer. The two are one setting: a customer in an option is
 * stronger than an account in the environment.
 *
 * @throws InvalidArgumentError when options have both.
 */
export function resolveScope(
  options: GlobalOptions,
  env: NodeJS.ProcessEnv,
  profile: Profile,
  from: string,
  stories: SettingStory[],
): ResolvedScope {
  const { account, customer } = options;
  if (account !== undefined && customer !== undefined) {
    throw new InvalidArgumentError({ expected: 'either --account or --customer', given: 'both' });
  }
  const variable = 'STREAMONE_DEFAULT_ACCOUNT_ID';
  const chosen = pickSetting<Scope>(
    'account or customer',
    [
      ['option', customer === undefined ? '--account' : '--customer', scope(account, customer)],
      ['environment', variable, scope(env[variable] || undefined, undefined)],
      ['profile', from, scope(profile.account?.join(','), profile.customer)],
    ],
    stories,
    (value) => (value.customer === undefined ? value.accounts.join(',') || 'none' : `customer ${value.customer}`),
  );
  if (chosen === undefined) return { accounts: undefined, customer: undefined };
  const { value, ...place } = chosen;
  return value.customer === undefined
    ? { accounts: { ...place, value: value.accounts }, customer: undefined }
    : { accounts: undefined, customer: { ...place, value: value.customer } };
}

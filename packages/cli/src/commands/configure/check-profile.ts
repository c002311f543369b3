import { PLATFORM_URL, isStreamOneError } from '@streamone/node';
import type { RoleAssignment } from '@streamone/core/catalogue';
import type { Profile } from '../../config/config.js';
import { clientWith } from '../../program/client-of.js';
import { resolveSettings } from '../../program/resolve-settings.js';

/** An account or a customer that the actor holds a role in. */
export interface FoundPlace {
  readonly kind: 'account' | 'customer';
  readonly id: string;
  readonly name: string;
}

/** What a check of credentials found. */
export interface CheckedProfile {
  /** Who signs, in words. */
  readonly who: string;
  readonly places: readonly FoundPlace[];
}

function placesOf(roles: readonly RoleAssignment[]): readonly FoundPlace[] {
  const found = new Map<string, FoundPlace>();
  for (const { account, customer } of roles) {
    if (account) found.set(account.id, { kind: 'account', id: account.id, name: account.name });
    else if (customer) found.set(customer.id, { kind: 'customer', id: customer.id, name: customer.name });
  }
  return [...found.values()];
}

/**
 * Checks a profile by real calls: its credentials, and its account(s) or customer where it has any.
 *
 * @throws StreamOneError when the platform refuses, or can't be reached.
 */
export async function checkProfile(
  profile: Profile,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<CheckedProfile> {
  const profiles = new Map([['checked', profile]]);
  const sources = { options: { profile: 'checked' }, env: {}, config: { profiles }, path: undefined };
  const client = clientWith(resolveSettings(sources), { env });
  try {
    const nowhere = client.with({ account: undefined });
    if (profile.auth === 'application') {
      const roles = await nowhere.application.getmyroles({}, { signal });
      await client.api.mytokens({}, { signal });
      return { who: `application ${profile.id}`, places: placesOf(roles) };
    }
    const { username } = await nowhere.user.viewme({}, { signal });
    // Its right is another than that of viewme, so that the credentials may be good all the same.
    const roles = await nowhere.user.getmyroles({}, { signal }).catch((error: unknown) => {
      if (isStreamOneError(error) && !signal.aborted) return [];
      throw error;
    });
    await client.api.mytokens({}, { signal });
    return { who: `user ${username}`, places: placesOf(roles) };
  } finally {
    await client.close();
  }
}

/** The address that a profile leads to. */
export const urlOf = (profile: Profile): string => profile.url ?? PLATFORM_URL;

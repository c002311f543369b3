import { InvalidArgumentError } from '@streamone/node';
import type { Profile } from '../../config/config.js';
import { readPsk } from '../../program/read-stdin.js';
import type { ConfigureOptions } from './configure-command.js';

function number(text: string, argument: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError({ argument, expected: 'a number', given: text });
}

/** In which account(s) or for which customer, where options say: the two exclude each other. */
function placeOf({ account, customer }: ConfigureOptions): Pick<Profile, 'account' | 'customer'> | undefined {
  if (account !== undefined && customer !== undefined) {
    throw new InvalidArgumentError({ expected: 'either --account or --customer', given: 'both' });
  }
  if (customer !== undefined) return { account: undefined, customer };
  if (account === undefined) return undefined;
  const ids = account.split(',').filter((id) => id !== '');
  return { account: ids.length === 0 ? undefined : ids, customer: undefined };
}

/**
 * A profile with what options say put into it. Another actor does not keep the key of the former.
 *
 * @throws InvalidArgumentError for an option that is wrong.
 */
export async function profileOf(former: Profile, options: ConfigureOptions, signal: AbortSignal): Promise<Profile> {
  const { url, id, session, timezone, insecure, timeout, retry } = options;
  const auth = options.auth ?? former.auth ?? (id === undefined ? undefined : 'user');
  const same = auth === former.auth && (id === undefined || id === former.id);
  const psk = options.pskStdin === true ? await readPsk(signal) : undefined;
  const { auth: _auth, id: _id, psk: _psk, ...rest } = former;
  const actor = same ? { auth, id: former.id, psk: psk ?? former.psk } : { auth: id && auth, id, psk };
  return {
    ...rest,
    ...Object.fromEntries(Object.entries(actor).filter(([, value]) => value !== undefined)),
    ...(url !== undefined && { url }),
    ...placeOf(options),
    ...(session !== undefined && { session: session || undefined }),
    ...(timezone !== undefined && { timezone }),
    ...(insecure !== undefined && { insecure }),
    ...(timeout !== undefined && { timeout: number(timeout, '--timeout') }),
    ...(retry !== undefined && { retry: number(retry, '--retry') }),
  };
}

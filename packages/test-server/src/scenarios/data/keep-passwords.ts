import { isObject } from '../../state/json/is-object.js';
import type { Password } from '../../state/records.js';

/** Makes what the state keeps of a password: with the cheapest salt, always the same for the same user. */
export async function keepPassword(username: string, password: string): Promise<Password> {
  // Loaded late: the hashes are for those who have passwords to keep.
  const { hashPassword } = await import('./hash-password.js');
  return hashPassword(username, password);
}

/** Data in which passwords are as the state keeps them, and what they were. */
export interface KeptPasswords {
  readonly json: unknown;
  /** By username. */
  readonly passwords: ReadonlyMap<string, string>;
}

/** Puts what the state keeps in the place of each plain password of a user. What is malformed stays, to be refused later. */
export async function keepPasswords(json: unknown): Promise<KeptPasswords> {
  const passwords = new Map<string, string>();
  if (!isObject(json) || !Array.isArray(json['users'])) return { json, passwords };
  const users: unknown[] = [];
  for (const user of json['users'] as readonly unknown[]) {
    if (!isObject(user) || typeof user['password'] !== 'string' || typeof user['username'] !== 'string') {
      users.push(user);
      continue;
    }
    passwords.set(user['username'], user['password']);
    users.push({ ...user, password: await keepPassword(user['username'], user['password']) });
  }
  return { json: { ...json, users }, passwords };
}

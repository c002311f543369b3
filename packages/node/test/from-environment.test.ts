import { inspect } from 'node:util';
import { type Environment, InvalidArgumentError, createClient, fromEnvironment } from '@streamone/node';
import { describe, expect, test, vi } from 'vitest';

const asUser = { STREAMONE_USER_ID: 'u-1', STREAMONE_USER_PSK: 'canary-u' };
const asApp = { STREAMONE_APP_ID: 'a-1', STREAMONE_APP_PSK: 'canary-a' };

describe('the environment', () => {
  test.for<[name: string, env: Environment, options: object]>([
    ['a user', asUser, { auth: { type: 'user', id: 'u-1' } }],
    ['an application', asApp, { auth: { type: 'application', id: 'a-1' } }],
    ['both, the user meant', { ...asUser, ...asApp, STREAMONE_AUTH_TYPE: 'user' }, { auth: { type: 'user' } }],
    [
      'both, the application meant',
      { ...asUser, ...asApp, STREAMONE_AUTH_TYPE: 'application' },
      { auth: { type: 'application' } },
    ],
    ['the other set empty', { ...asUser, STREAMONE_APP_ID: '', STREAMONE_APP_PSK: '' }, { auth: { type: 'user' } }],
    ['an empty type', { ...asApp, STREAMONE_AUTH_TYPE: '' }, { auth: { type: 'application' } }],
    ['an address', { ...asUser, STREAMONE_API_URL: 'localhost:1/' }, { url: 'localhost:1/' }],
    ['an account', { ...asUser, STREAMONE_DEFAULT_ACCOUNT_ID: 'acc' }, { account: 'acc' }],
  ])('gives %s', ([, env, options]) => expect(fromEnvironment(env)).toMatchObject(options));

  test('leaves out what is empty', () => {
    const env = { ...asUser, STREAMONE_API_URL: '', STREAMONE_DEFAULT_ACCOUNT_ID: '' };
    expect(Object.keys(fromEnvironment(env))).toEqual(['auth']);
  });

  test.for<[name: string, env: Environment, message: RegExp]>([
    ['nothing', {}, /environment variable STREAMONE_USER_ID, given undefined/],
    ['no key of the user', { STREAMONE_USER_ID: 'u' }, /STREAMONE_USER_PSK/],
    ['an empty key of the user', { STREAMONE_USER_ID: 'u', STREAMONE_USER_PSK: '' }, /STREAMONE_USER_PSK/],
    ['no ID of the user', { STREAMONE_USER_PSK: 'canary' }, /STREAMONE_USER_ID/],
    ['no key of the application', { STREAMONE_APP_ID: 'a' }, /STREAMONE_APP_PSK/],
    ['a type without its ID', { ...asUser, STREAMONE_AUTH_TYPE: 'application' }, /STREAMONE_APP_ID/],
    ['both and no type', { ...asUser, ...asApp }, /STREAMONE_AUTH_TYPE: .*both STREAMONE_USER_ID and STREAMONE_APP_ID/],
    [
      'another type',
      { ...asUser, STREAMONE_AUTH_TYPE: 'session' },
      /STREAMONE_AUTH_TYPE: expected "user" or "application", given "session"/,
    ],
  ])('with %s is refused', ([, env, message]) => {
    expect(() => fromEnvironment(env)).toThrow(InvalidArgumentError);
    expect(() => fromEnvironment(env)).toThrow(message);
    expect(() => fromEnvironment(env)).not.toThrow(/canary/);
  });

  test("is the process's own unless given", () => {
    for (const [name, value] of Object.entries(asUser)) vi.stubEnv(name, value);
    for (const name of ['STREAMONE_AUTH_TYPE', 'STREAMONE_APP_ID', 'STREAMONE_API_URL']) vi.stubEnv(name, '');
    const client = createClient(fromEnvironment());
    expect(client.options.url).toBe('https://api.streamonecloud.net');
    expect(inspect([client, fromEnvironment()], { showHidden: true, depth: Infinity })).not.toContain('canary');
  });
});

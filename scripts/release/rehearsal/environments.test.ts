import { expect, test, vi } from 'vitest';
import { plainEnvironment, publishEnvironment } from './environments.ts';

/** What `npm run`, a hosted workflow and a user's own settings leave in an environment. */
const LEFT = {
  npm_config_local_prefix: '/workspace',
  npm_config_user_agent: 'npm',
  npm_package_name: 'streamone-toolkit',
  npm_lifecycle_event: 'release:rehearse',
  'npm_config_@streamone:registry': 'https://registry.example/',
  INIT_CWD: '/workspace',
  NODE_AUTH_TOKEN: 'a key',
  NODE_OPTIONS: '--inspect',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://ci.example/',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'another',
  STREAMONE_USER_PSK: 'a third',
};

test('fresh projects get the registry and the way there of this machine, and nothing else of npm', () => {
  const kept = { npm_config_registry: 'https://mirror.example/', HTTPS_PROXY: 'http://proxy.example/' };
  for (const [name, value] of Object.entries({ ...LEFT, ...kept })) vi.stubEnv(name, value);
  const env = plainEnvironment();
  for (const name of Object.keys(LEFT)) expect(env).not.toHaveProperty([name]);
  expect(env).toMatchObject(kept);
});

test('fresh projects ask no proxy for the registry of the rehearsal', () => {
  vi.stubEnv('npm_config_noproxy', undefined);
  vi.stubEnv('no_proxy', undefined);
  vi.stubEnv('NO_PROXY', 'inside.example');
  expect(plainEnvironment()).toMatchObject({
    npm_config_noproxy: 'inside.example,127.0.0.1',
    NO_PROXY: 'inside.example',
  });
  vi.stubEnv('NO_PROXY', undefined);
  expect(plainEnvironment()['npm_config_noproxy']).toBe('127.0.0.1');
});

test('fresh projects do not find the tools of the workspace', () => {
  vi.stubEnv('PATH', '/workspace/node_modules/.bin:/usr/bin:/bin');
  expect(plainEnvironment()['PATH']).toMatch(/:\/usr\/bin:\/bin$/);
  expect(plainEnvironment()['PATH']).not.toContain('/workspace/');
});

test('what publishes gets nothing of this machine but the path', () => {
  const others = { npm_config_registry: 'https://mirror.example/', HTTPS_PROXY: 'http://proxy.example/' };
  for (const [name, value] of Object.entries({ ...LEFT, ...others })) vi.stubEnv(name, value);
  const env = publishEnvironment('/tree', '/home-of-its-own');
  expect(Object.keys(env).toSorted()).toEqual([
    'HOME',
    'PATH',
    'npm_config_globalconfig',
    'npm_config_noproxy',
    'npm_config_update_notifier',
    'npm_config_userconfig',
  ]);
  expect(env['HOME']).toBe('/home-of-its-own');
});

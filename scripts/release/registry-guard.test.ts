import { describe, expect, test } from 'vitest';
import { RegistryError, checkChosen, checkRegistry, isHostedRelease, isLoopback } from './registry-guard.ts';

const HOSTED = {
  GITHUB_ACTIONS: 'true',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://ci.example/',
  NPM_CONFIG_PROVENANCE: 'true',
};

test.for([
  ['http://127.0.0.1:4873/', true],
  ['http://127.0.0.1:4873', true],
  ['http://127.200.3.4/', true],
  ['http://[::1]:4873/', true],
  ['http://2130706433/', true],
  ['https://registry.example/', false],
  ['http://localhost:4873/', false],
  ['http://127.0.0.1.example/', false],
  ['http://127.0.0.1:4873@registry.example/', false],
  ['http://128.0.0.1/', false],
  ['http://10.0.0.1/', false],
  ['http://[::2]/', false],
  ['http://[::ffff:10.0.0.1]/', false],
  ['ftp://127.0.0.1/', false],
  ['127.0.0.1:4873', false],
  ['', false],
] as const)('%s is of this machine: %s', ([registry, expected]) => {
  expect(isLoopback(registry)).toBe(expected);
});

describe('a registry elsewhere', () => {
  test('is refused, without what its address holds', () => {
    expect(() => checkRegistry('https://me:secret@registry.example/path', {})).toThrow(
      /^refused to publish to https:\/\/registry\.example: ((?!secret)[^])*$/,
    );
  });

  test.for(['http://me:secret@127.0.0.1:4873/', 'https://me:secret@registry.example/'])(
    '%s is refused for the key in it, also in a hosted release',
    (registry) => {
      expect(() => checkRegistry(registry, HOSTED)).toThrow(/^refused to publish to ((?!secret)[^])*$/);
    },
  );

  test('is taken in a hosted release', () => {
    expect(() => checkRegistry('https://registry.example/', HOSTED)).not.toThrow();
  });

  test.for(Object.keys(HOSTED))('is refused in a workflow without %s', (name) => {
    const env = { ...HOSTED, [name]: undefined };
    expect(isHostedRelease(env)).toBe(false);
    expect(() => checkRegistry('https://registry.example/', env)).toThrow(RegistryError);
  });
});

test('what npm would do must be what was meant', () => {
  expect(() => checkChosen('http://127.0.0.1:4873', 'http://127.0.0.1:4873/')).not.toThrow();
  for (const chosen of ['http://127.0.0.1:4874/', 'https://registry.example/', 'undefined']) {
    expect(() => checkChosen(chosen, 'http://127.0.0.1:4873/')).toThrow(RegistryError);
  }
});

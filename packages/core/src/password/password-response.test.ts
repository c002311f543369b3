import { describe, expect, test } from 'vitest';
import { tally, vectors } from '../../test/vectors.js';
import { InvalidArgumentError } from '../index.js';
import { passwordHash, passwordResponse, v2Hash } from './index.js';

interface PasswordCase {
  readonly name: string;
  readonly password: string;
  readonly salt: string;
  readonly challenge: string;
  readonly response: string;
  readonly v2hash: string;
  readonly contract: string;
}

const cases = vectors('passwords') as readonly PasswordCase[];

test('no case has disappeared', () => {
  expect(tally(cases.map(({ contract }) => contract))).toEqual({ same: 16, refused: 7 });
});

test.each(cases)('v2 hash: $name', ({ password, v2hash }) => {
  expect(v2Hash(password)).toBe(v2hash);
});

test.each(cases.filter(({ contract }) => contract === 'same'))('response: $name', async (golden) => {
  expect(await passwordResponse(golden)).toBe(golden.response);
});

test('what the platform keeps, as PHP reckoned it', async () => {
  const salt = '$2y$12$b2nf6xqo0mwy3zjt7kgciu';
  const s = 'c0557b61391716e5a7f94d53d4e2133cb3b00b6d78d71b30f90e04366c36a614';
  expect(await passwordHash({ password: 'empty-but-open', salt })).toBe(s);
  await expect(passwordHash({ password: 'x', salt: '$1$abc' })).rejects.toThrow(/^salt: expected a bcrypt salt/);
});

const schemes: Record<string, string> = {
  'salt too short': 'bcrypt ($2y$)',
  'empty salt': 'not known',
  DES: 'DES',
  'extended DES': 'extended DES',
  'MD5-crypt empty password': 'MD5 ($1$)',
  'SHA-256-crypt rounds': 'SHA-256 ($5$)',
  'SHA-512-crypt rounds': 'SHA-512 ($6$)',
};

test.each(cases.filter(({ contract }) => contract === 'refused'))(
  'refused, the scheme named: $name',
  async (golden) => {
    const response = passwordResponse(golden);
    await expect(response).rejects.toThrow(InvalidArgumentError);
    await expect(response).rejects.toThrow(`The scheme of this salt is ${schemes[golden.name] ?? 'not in the test'};`);
    await expect(response).rejects.toThrow(/^salt: expected a bcrypt salt/);
  },
);

describe('other salts', () => {
  const input = { password: 'hunter2-canary', challenge: 'c' };
  const rest = '$abcdefghijklmnopqrstuv';

  test.each([
    [`$2y$03${rest}`, /a cost of 04 or more/],
    [`$2y$17${rest}`, /a cost of at most 16/],
    [`$2y$31${rest}`, /a cost of at most 16/],
    [`$2y$99${rest}`, /a cost of at most 16/],
    [`$2x$12${rest}`, /scheme of this salt is bcrypt \(\$2x\$\)/],
    [`$2$12${rest}`, /scheme of this salt is bcrypt \(\$2\$\)/],
    [`$2y$4${rest}`, /a bcrypt salt/],
    [`$2y$04$abcdefghijklmnopqrst!v`, /a bcrypt salt/],
    [` $2y$04${rest}`, /a bcrypt salt/],
    ['$argon2id$v=19$m=65536', /scheme of this salt is not known \(\$argon2id\$\)/],
  ])('refused: %s', async (salt, message) => {
    const start = performance.now();
    await expect(passwordResponse({ ...input, salt })).rejects.toThrow(message);
    await expect(passwordResponse({ ...input, salt })).rejects.not.toThrow(/canary/);
    expect(performance.now() - start).toBeLessThan(200);
  });

  test('progress is told, and other work goes on meanwhile', async () => {
    const progress: number[] = [];
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await passwordResponse({ ...input, salt: `$2y$11${rest}` }, { onProgress: (done) => progress.push(done) });
    clearInterval(timer);
    expect(progress.length).toBeGreaterThan(0);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(turns).toBeGreaterThan(0);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { claimFile } from './claim-file.js';

const folder = mkdtempSync(join(tmpdir(), 'streamone-claim-'));
const path = join(folder, 'claim');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const left = (claim: object): void =>
  writeFileSync(path, JSON.stringify({ host: hostname(), pid: process.pid, began: '', at: Date.now(), ...claim }));

it('is had by one at a time, and free once it is released', async () => {
  const claims = await Promise.all([1, 2, 3].map(() => claimFile(path)));
  const had = claims.filter((claim) => 'release' in claim);
  expect(had).toHaveLength(1);
  expect(claims.find((claim) => 'by' in claim)).toMatchObject({ by: { pid: process.pid, host: hostname() } });
  for (const claim of had) claim.release();
  const next = await claimFile(path);
  expect(next).toHaveProperty('release');
});

it.each([
  ['of a process that is no more', { pid: 2 ** 30 }, 'release'],
  ['of a process whose number another has now', { began: 'another boot/1' }, 'release'],
  ['of a process that goes on', {}, 'by'],
  ['of another machine', { host: 'elsewhere', pid: 2 ** 30 }, 'by'],
  ['of another machine, a day old', { host: 'elsewhere', at: Date.now() - 86_400_001 }, 'release'],
])('that is left %s', async (_name, claim, found) => {
  left(claim);
  expect(await claimFile(path)).toHaveProperty(found);
});

it('that a crash cut off counts for nothing', async () => {
  writeFileSync(path, '{"host":');
  expect(await claimFile(path)).toHaveProperty('release');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
});

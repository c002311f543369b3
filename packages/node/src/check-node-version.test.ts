import { readFileSync } from 'node:fs';
import { InvalidArgumentError, user } from '@streamone/core';
import { expect, test, vi } from 'vitest';
import { checkNodeVersion } from './check-node-version.js';
import { createClient } from './create-client.js';

test.each(['20.20.2', '22.18.0', '18.0.0'])('%s is too old', (node) => {
  expect(() => checkNodeVersion({ node })).toThrow(InvalidArgumentError);
  expect(() => checkNodeVersion({ node })).toThrow(`Node: expected version 22.19 or newer, given "${node}".`);
});

test.each([
  { node: '22.19.0' },
  { node: '22.20.1' },
  { node: '24.0.0-nightly20250101' },
  // Others name the Node that they resemble.
  { node: '20.0.0', bun: '1.2.0' },
  { node: '20.0.0', deno: '2.0.0' },
  {},
])('%j will do', (versions) => {
  expect(() => checkNodeVersion(versions)).not.toThrow();
});

test('it is the version of package.json', () => {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({ engines: { node: '>=22.19' } });
});

test('a client on an old Node is refused', () => {
  vi.spyOn(process, 'versions', 'get').mockReturnValue({ ...process.versions, node: '20.20.2' });
  expect(() => createClient({ auth: user({ id: 'u', psk: 'p' }) })).toThrow('22.19 or newer');
  vi.restoreAllMocks();
});

import { expect, test } from 'vitest';
import { publicPackages } from '../check/pack-packages.ts';
import { publishOrder } from './publish-order.ts';

const ROOT = `${import.meta.dirname}/../..`;

function named(name: string, ...needs: readonly string[]) {
  return { manifest: { name, dependencies: Object.fromEntries(needs.map((need) => [need, '1.0.0'])) } };
}

test('each package comes after those that it needs', () => {
  const ordered = publishOrder([named('a', 'c'), named('b'), named('c', 'd', 'ky'), named('d')]);
  expect(ordered.map(({ manifest }) => manifest.name)).toEqual(['b', 'd', 'c', 'a']);
});

test('packages that need each other have no order', () => {
  expect(() => publishOrder([named('a', 'b'), named('b', 'a'), named('c')])).toThrow('need each other: a, b');
});

test("the workspace's packages begin with core", () => {
  const names = publishOrder(publicPackages(ROOT)).map(({ manifest }) => manifest.name.replace('@streamone/', ''));
  expect(names.toSorted()).toEqual(['browser', 'cli', 'client', 'core', 'node', 'test-server']);
  expect(names.indexOf('core')).toBeLessThan(names.indexOf('client'));
  expect(names.indexOf('client')).toBeLessThan(Math.min(names.indexOf('node'), names.indexOf('browser')));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestName } from './nearest-name.js';

const names = ['searchtitle', 'searchkeywords', 'title', 'limit', 'item', 'ITEM_NOT_FOUND'];

describe('a mistyped name', () => {
  it.each([
    ['serchtitle', 'searchtitle'],
    ['titel', 'title'],
    ['limt', 'limit'],
    ['itme', 'item'],
    ['item_notfound', 'ITEM_NOT_FOUND'],
    ['description', undefined],
    ['', undefined],
    ['x'.repeat(1_000_000), undefined],
  ])('%.20s: %s', (given, meant) => expect(nearestName(given, names)).toBe(meant));

  it('of one letter is always found', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), (name, at) => {
        const place = at % name.length;
        expect(nearestName(name.slice(0, place) + name.slice(place + 1), [name])).toBe(name);
        expect(nearestName(`${name.slice(0, place)}#${name.slice(place)}`, [name])).toBe(name);
      }),
    );
  });
});

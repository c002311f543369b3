import { describe, expect, test } from 'vitest';
import { itemPlace } from '../src/text/places.ts';
import { readablePath } from '../src/text/readable-path.ts';
import { posterAddress, safeAddress } from '../src/text/safe-address.ts';

describe('addresses that come from data', () => {
  test.for([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'blob:x',
    'x',
    '//x',
    '',
    null,
    undefined,
  ])('lead nowhere: %s', (given) => {
    expect(safeAddress(given)).toBeUndefined();
    expect(posterAddress(given, 320)).toBeUndefined();
  });

  test('of the web are kept, and posters come in the size that is shown', () => {
    expect(safeAddress('http://127.0.0.1:1/a')).toBe('http://127.0.0.1:1/a');
    expect(posterAddress('https://a.example/1.jpg?x=1', 320)).toBe('https://a.example/1.jpg?x=1&size=320x180');
  });

  test('of items hold IDs of any kind, and a path that can not be read leads nowhere', () => {
    const place = itemPlace({ id: 'a/../b?"', account: { id: 'x&y' } });
    expect(place).toBe('/items/a%2F..%2Fb%3F%22?account=x%26y');
    expect(readablePath('/items/a%2F')).toBe('/items/a%2F');
    expect(readablePath('/items/%zz')).toBe('/not-found');
  });
});

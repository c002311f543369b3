import fc from 'fast-check';
import { arrayOf } from '@streamone/core';
import { defineAction } from '@streamone/core/catalogue';
import { describe, expect, test } from 'vitest';
import { createTestServer } from '../src/index.js';
import { rowTypes, types, viewOf } from './generated-declarations.js';
import { type Row, call } from './own-call.js';

describe('any declaration', () => {
  test('is answered validly, and the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(types, fc.boolean(), fc.integer({ min: 0, max: 1000 }), async (output, readOnly, seed) => {
        const action = defineAction({ command: 'thing', action: 'show', readOnly, output });
        const on = createTestServer({ actions: [action], seed, scenario: 'empty' });
        const { header, body } = await call<unknown>(on, 'thing/show');
        expect(header.status).toBe(0);
        output.decode(body, { timezone: header.timezone });
        expect((await call<unknown>(on, 'thing/show')).body).toEqual(body);
      }),
      { numRuns: 100 },
    );
  });

  test('has pages that make up the whole list, and rows that are theirs by ID', async () => {
    await fc.assert(
      fc.asyncProperty(rowTypes, fc.integer({ min: 8, max: 60 }), fc.nat(56), async (row, limit, at) => {
        const on = createTestServer({ actions: [viewOf(row)], scenario: 'empty' });
        const page = (args: Record<string, string>) => call<Row[]>(on, 'thing/view', args);
        const whole = await page({ limit: '1000' });
        const count = whole.header.count ?? 0;
        const joined: Row[] = [];
        while (joined.length < count) {
          const { body, header } = await page({ limit: String(limit), offset: String(joined.length) });
          expect(header.count).toBe(count);
          expect(body.length).toBe(Math.min(limit, count - joined.length));
          joined.push(...body);
        }
        expect(joined).toEqual(whole.body);
        expect(new Set(joined.map(({ id }) => id)).size).toBe(count);
        arrayOf(row).decode(joined, { timezone: whole.header.timezone });
        const one = joined[at];
        expect((await page({ thing: String(one?.['id']) })).body).toEqual([one]);
      }),
      { numRuns: 25 },
    );
  });

  test('answers validly whatever is given for its fields', async () => {
    const value = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.integer().map(String),
      fc.constantFrom('1', '0', 'a,b', '2020-01-01 00:00:00'),
    );
    const prefix = fc.constantFrom('', 'search', 'min', 'max');
    const field = fc.constantFrom('name', 'title', 'account', 'parent', 'category', 'datecreated', 'length');
    await fc.assert(
      fc.asyncProperty(rowTypes, fc.array(fc.tuple(prefix, field, value), { maxLength: 5 }), async (row, given) => {
        const args = Object.fromEntries(given.map(([before, name, word]) => [`${before}${name}`, word]));
        const on = createTestServer({ actions: [viewOf(row)], scenario: 'empty' });
        const { header, body } = await call<unknown>(on, 'thing/view', { ...args, limit: '3' });
        expect([0, 6]).toContain(header.status);
        if (header.status === 0) arrayOf(row).decode(body, { timezone: header.timezone });
      }),
      { numRuns: 100 },
    );
  });
});

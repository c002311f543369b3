import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JournalRecord } from './journal-record.js';
import { createRecordRing } from './record-ring.js';

function record(id: number, length: number): JournalRecord {
  const nothing = { route: undefined, status: undefined, explain: undefined, progress: undefined, fault: undefined };
  const times = { time: 0, durationMs: 0, httpStatus: 200 };
  return {
    id,
    method: 'POST',
    target: '',
    body: 'x'.repeat(length),
    generated: false,
    note: undefined,
    ...nothing,
    ...times,
  };
}

test('it keeps the last that fit, by number and by text, as a list would', () => {
  const step = fc.oneof({ weight: 20, arbitrary: fc.nat(30) }, { weight: 1, arbitrary: fc.constant('clear' as const) });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 0, max: 60 }),
      fc.array(step),
      (size, most, steps) => {
        const ring = createRecordRing(size, most);
        let list: JournalRecord[] = [];
        for (const [id, length] of steps.entries()) {
          if (length === 'clear') {
            ring.clear();
            list = [];
          } else {
            ring.add(record(id, length));
            list = [...list, record(id, length)].slice(-size);
            while (list.length > 1 && list.reduce((sum, { body }) => sum + body.length, 0) > most) list.shift();
          }
          expect(ring.all()).toEqual(list);
          expect(ring.oldest()).toEqual(list[0]);
        }
      },
    ),
  );
});

import type { Signing } from '../signing.js';
import type { Mistake } from './mistake.js';

const SECONDS = /^\d{1,11}$/;
const MILLISECONDS = /^\d{13}$/;

/** By how many seconds the clock may have gone on between two looks at it. */
const DRIFTS = [-1, 1, -2, 2, -3, 3];

function stamp(signing: Signing): string {
  return signing.parameters.find(({ name }) => name === 'timestamp')?.value ?? '';
}

function stamped(signing: Signing, value: string): Signing {
  const parameters = signing.parameters.map((pair) =>
    pair.name === 'timestamp' ? { ...pair, value, raw: `timestamp=${value}` } : pair,
  );
  return { ...signing, parameters };
}

/** The seconds that were sent, with thousandths behind them. */
function withThousandths(signing: Signing, digits: number): Signing | undefined {
  const sent = stamp(signing);
  return SECONDS.test(sent) ? stamped(signing, sent + String(digits).padStart(3, '0')) : undefined;
}

/** Mistakes in the timestamp. */
export const timestampMistakes: readonly Mistake[] = [
  {
    name: 'milliseconds',
    says: 'The timestamp in the string to sign is in milliseconds, the one that was sent in seconds; use whole seconds, taken once, for both.',
    apply: (signing) => {
      // Seconds times 1000, as many clients have them.
      const wrong = withThousandths(signing, 0);
      return wrong === undefined ? [] : [wrong];
    },
    thousandth: withThousandths,
  },
];

/** Less usual ones. */
export const otherTimestampMistakes: readonly Mistake[] = [
  {
    name: 'milliseconds-sent',
    says: 'The timestamp that was sent is in milliseconds, the one in the string to sign in seconds; use whole seconds, taken once, for both.',
    apply: (signing) => {
      const sent = stamp(signing);
      return MILLISECONDS.test(sent) ? [stamped(signing, sent.slice(0, -3))] : [];
    },
  },
  {
    name: 'timestamp-taken-twice',
    says: 'The timestamp in the string to sign is some seconds off the one that was sent; take it once, and use it for both.',
    apply: (signing) => {
      const sent = stamp(signing);
      return SECONDS.test(sent) ? DRIFTS.map((seconds) => stamped(signing, String(Number(sent) + seconds))) : [];
    },
  },
];

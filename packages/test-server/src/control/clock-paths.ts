import { InvalidArgumentError } from '@streamone/core';
import type { KeptClock } from '../clock/server-clock.js';
import { date } from '../state/json/date-types.js';
import { isObject } from '../state/json/is-object.js';
import type { ControlPaths } from './control-path.js';

/** How a clock stands, as control tells it. */
export interface ShownClock {
  /** ISO 8601, in UTC. */
  readonly now: string;
  readonly milliseconds: number;
  readonly frozen: boolean;
  /** By how much it is ahead of the real time (negative: behind). */
  readonly offsetSeconds: number;
}

/** Shows a clock as control tells it. */
export function shownClock(clock: KeptClock): ShownClock {
  const milliseconds = clock.now();
  return {
    now: new Date(milliseconds).toISOString(),
    milliseconds,
    frozen: clock.frozen,
    offsetSeconds: (milliseconds - clock.source()) / 1000,
  };
}

function shown(clock: KeptClock): Response {
  return Response.json(shownClock(clock));
}

function refuse(argument: string, expected: string, given: unknown): never {
  throw new InvalidArgumentError({ argument: `clock.${argument}`, expected, given });
}

/** What can be done to a clock, in the order in which it is done. */
const CHANGES: Readonly<Record<string, (clock: KeptClock, given: unknown) => void>> = {
  set(clock, given) {
    clock.set(typeof given === 'number' ? new Date(given) : date.read(given, 'clock.set', {}));
  },
  advance(clock, given) {
    clock.advance(typeof given === 'number' ? given : refuse('advance', 'a number of seconds', given));
  },
  freeze(clock, given) {
    if (given === true) clock.freeze();
    else if (given === false) clock.resume();
    else refuse('freeze', 'true or false', given);
  },
};

const EXPECTED = `an object with ${Object.keys(CHANGES).join(', ')}, as { "advance": 60 }`;

function change(clock: KeptClock, body: unknown): void {
  if (!isObject(body) || Object.keys(body).length === 0) {
    throw new InvalidArgumentError({ argument: 'clock', expected: EXPECTED, given: body });
  }
  const unknown = Object.keys(body).find((name) => !Object.hasOwn(CHANGES, name));
  if (unknown !== undefined) throw new InvalidArgumentError({ argument: 'clock', expected: EXPECTED, given: unknown });
  const before = clock.setting;
  try {
    for (const [name, apply] of Object.entries(CHANGES)) if (Object.hasOwn(body, name)) apply(clock, body[name]);
  } catch (error) {
    // All or nothing.
    clock.setting = before;
    throw error;
  }
}

/** `clock`: the server's time. */
export const clockPaths: ControlPaths = {
  clock: {
    GET: ({ context }) => shown(context.clock),
    POST({ body, context }) {
      change(context.clock, body);
      return shown(context.clock);
    },
    DELETE({ context }) {
      context.clock.reset();
      return shown(context.clock);
    },
  },
};

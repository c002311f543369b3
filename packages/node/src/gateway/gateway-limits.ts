import { InvalidArgumentError } from '@streamone/core';

/** Limits of a gateway. Times are milliseconds, sizes bytes. */
export interface GatewayLimits {
  /** The body of a request, uploads aside; 1 MiB unless given. */
  readonly body?: number | undefined;
  /** How many arguments a call may have; 200 unless given. */
  readonly arguments?: number | undefined;
  /** Requests from one address (IPv6: one /64) in a minute; 1200 unless given. */
  readonly addressPerMinute?: number | undefined;
  /** Requests of one session in a minute; 600 unless given. */
  readonly personPerMinute?: number | undefined;
  /** Steps of a login from one address in a minute, two for each login; 20 unless given. */
  readonly loginsPerMinute?: number | undefined;
  /** Requests under way in all; 256 unless given. */
  readonly concurrent?: number | undefined;
  /**
   * Requests under way of one session, or from one address without a session; 16 unless given. Of bodies that one address
   * has yet to send as many, or a quarter of `concurrent` where that is more.
   */
  readonly concurrentPerPerson?: number | undefined;
  /** How long a request may take, its body too, uploads aside; 75 s unless given. */
  readonly timeout?: number | undefined;
  /** The size of an uploaded file; 10 GiB unless given. */
  readonly upload?: number | undefined;
  /** How long an upload may stand still, and how far it may fall behind 1 KiB a second; 60 s unless given. */
  readonly uploadIdle?: number | undefined;
  /** How long a session holds without a request; as long as the platform says unless given. */
  readonly idle?: number | undefined;
  /** How long a session holds at most, and the most that may be given; 12 h. */
  readonly session?: number | undefined;
}

/** Limits, all of them set; no `idle` is infinite. */
export type ResolvedGatewayLimits = Required<{ readonly [Name in keyof GatewayLimits]: number }>;

/** No session holds for longer. */
const LONGEST_SESSION = 12 * 3_600_000;
/** The longest wait that a timer takes, some 24 days. */
const LONGEST_WAIT = 2_147_483_647;

const DEFAULTS: ResolvedGatewayLimits = {
  body: 1_048_576,
  arguments: 200,
  addressPerMinute: 1200,
  personPerMinute: 600,
  loginsPerMinute: 20,
  concurrent: 256,
  concurrentPerPerson: 16,
  timeout: 75_000,
  upload: 10 * 1024 ** 3,
  uploadIdle: 60_000,
  idle: Number.POSITIVE_INFINITY,
  session: LONGEST_SESSION,
};

const MOST: Partial<ResolvedGatewayLimits> = {
  body: 16 * 1024 ** 2,
  timeout: LONGEST_WAIT,
  uploadIdle: LONGEST_WAIT,
  idle: LONGEST_SESSION,
  session: LONGEST_SESSION,
};

/**
 * Fills limits up with those that hold unless given.
 *
 * @throws InvalidArgumentError naming the one that is wrong.
 */
export function resolveGatewayLimits(given: GatewayLimits = {}): ResolvedGatewayLimits {
  if (typeof given !== 'object' || given === null) {
    throw new InvalidArgumentError({ argument: 'limits', expected: 'an object with limits by name', given });
  }
  const resolved: Record<string, number> = { ...DEFAULTS };
  for (const [name, value] of Object.entries(given as Readonly<Record<string, unknown>>)) {
    if (!Object.hasOwn(DEFAULTS, name)) {
      const expected = `limits named ${Object.keys(DEFAULTS).join(', ')}`;
      throw new InvalidArgumentError({ argument: 'limits', expected, given: name });
    }
    if (value === undefined) continue;
    const most = MOST[name as keyof GatewayLimits] ?? Number.MAX_SAFE_INTEGER;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= most) resolved[name] = value;
    else {
      const expected = `a whole number from 1 to ${most}`;
      throw new InvalidArgumentError({ argument: `limits.${name}`, expected, given: value });
    }
  }
  return resolved as unknown as ResolvedGatewayLimits;
}

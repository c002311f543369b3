import type { Sent } from '@streamone/core';
import { GatewayError } from './gateway-error.js';

/** Where a refusal was met. */
export interface RefusedPlace {
  readonly command?: string | undefined;
  readonly action?: string | undefined;
  readonly requestId?: string | undefined;
  readonly attempts?: number | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const textOf = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined);
const numberOf = (given: unknown): number | undefined => (typeof given === 'number' ? given : undefined);
const sentOf = (given: unknown): Sent => (given === 'no' || given === 'yes' ? given : 'unknown');

/**
 * The error for an answer that is a gateway's own refusal, `{ "error": { "code", … } }`; `undefined` for any other
 * answer.
 */
export function gatewayErrorOf(httpStatus: number, text: string, place: RefusedPlace = {}): GatewayError | undefined {
  if (httpStatus < 400) return undefined;
  const answer = parsed(text);
  const told = isFields(answer) ? answer['error'] : undefined;
  if (!isFields(told) || typeof told['code'] !== 'string') return undefined;
  const { code, message } = told;
  const said = textOf(message);
  return new GatewayError({
    ...place,
    reason: `the gateway refused: ${code}${said === undefined ? '' : `: ${said}`}`,
    code,
    httpStatus,
    excerpt: '',
    sent: sentOf(told['sent']),
    retryAfter: numberOf(told['retryAfter']),
    gatewayRequestId: textOf(told['requestId']),
    upstream: textOf(told['reason']),
    limit: numberOf(told['limit']),
  });
}

/** The gateway repeated what can be repeated at the platform already, and its own faults do not mend themselves. */
const AS_IT_IS: ReadonlySet<string> = new Set(['internal', 'no-address', 'upstream-failed']);

/** Whether another try may go better: the gateway was busy, or could not reach its store. */
export function isRepeatable({ code, httpStatus }: GatewayError): boolean {
  return (httpStatus === 429 || httpStatus >= 500) && !AS_IT_IS.has(code);
}

import { gatewayCodes } from './gateway-codes.js';
import type { GatewayRefusal } from './gateway-refusal.js';
import { jsonAnswer } from './json-answer.js';

/** A refusal as it goes over the wire. */
export function refusalAnswer({ code, details }: GatewayRefusal, requestId: string): Response {
  const { message, sent = 'no', retryAfter, more, cookies } = details;
  const error = { code, message, sent, requestId, ...(retryAfter !== undefined && { retryAfter }), ...more };
  return jsonAnswer(
    { error },
    {
      status: gatewayCodes[code],
      cookies,
      headers: {
        ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
        ...(code === 'bad-method' && { allow: String(more?.['allow'] ?? 'POST') }),
      },
    },
  );
}

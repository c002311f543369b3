import type { Misbehaviour, RawResponse } from '../answer/raw-request.js';
import { ConnectionResetError } from '../faults/connection-reset-error.js';
import { brokenBody, slowBody } from '../faults/faulty-body.js';
import { wait } from '../faults/wait.js';

/**
 * Does to an answer what a fault wants.
 *
 * @param proper answers properly
 * @param signal ends every wait: the caller's, or the server's end
 * @throws what a real `fetch` fails with: a TypeError, or the signal's reason.
 */
export async function misbehaveInProcess(
  misbehaviour: Misbehaviour,
  { status, headers, body }: RawResponse,
  proper: () => Response,
  signal: AbortSignal,
): Promise<Response> {
  const bytes = (): Uint8Array<ArrayBuffer> => new TextEncoder().encode(body);
  const answered = { status, headers: { ...headers } };
  const { kind } = misbehaviour;
  if (kind === 'reset') throw new ConnectionResetError('connection reset');
  if (kind === 'truncated') return new Response(brokenBody(bytes()), answered);
  if (kind === 'slow') return new Response(slowBody(bytes(), misbehaviour.ms, signal), answered);
  await wait(kind === 'delay' ? misbehaviour.ms : undefined, signal);
  return proper();
}

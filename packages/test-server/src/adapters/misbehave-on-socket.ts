import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Misbehaviour, RawResponse } from '../answer/raw-request.js';
import { trickle } from '../faults/trickle.js';
import { wait } from '../faults/wait.js';

/** Ends when the client goes away, or the server stops. */
function goneSignal(response: ServerResponse, closing: AbortSignal): AbortSignal {
  const left = new AbortController();
  response.once('close', () => left.abort());
  return AbortSignal.any([left.signal, closing]);
}

async function misbehave(
  misbehaviour: Misbehaviour,
  { status, headers, body }: RawResponse,
  response: ServerResponse,
  proper: () => void,
  signal: AbortSignal,
): Promise<void> {
  const bytes = new TextEncoder().encode(body);
  const begin = (): void => {
    response.sendDate = false;
    response.writeHead(status, { ...headers, 'content-length': bytes.length });
  };
  switch (misbehaviour.kind) {
    case 'reset':
      // A reset and not an end: an answer that ends early could be taken for an empty one.
      // The request's socket: an answer that waits for those before it has none yet.
      response.req.socket.resetAndDestroy();
      return;
    case 'hang':
      await wait(undefined, signal);
      return;
    case 'delay':
      await wait(misbehaviour.ms, signal);
      proper();
      return;
    case 'slow':
      begin();
      response.flushHeaders();
      await pipeline(Readable.from(trickle(bytes, misbehaviour.ms, signal)), response);
      return;
    case 'truncated':
      begin();
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
  }
}

/**
 * Does to an answer what a fault wants. Never rejects.
 *
 * @param proper answers properly
 * @param closing ends every wait, and its connection
 */
export async function misbehaveOnSocket(
  misbehaviour: Misbehaviour,
  answered: RawResponse,
  response: ServerResponse,
  proper: () => void,
  closing: AbortSignal,
): Promise<void> {
  try {
    await misbehave(misbehaviour, answered, response, proper, goneSignal(response, closing));
  } catch {
    // The client went away, or the server stops.
    response.destroy();
  }
}

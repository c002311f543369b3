import type { Transport } from '@streamone/node';

/** A transport whose every request ends with a signal: also those of what takes no signal of its own, as `logout()`. */
export function abortableTransport(transport: Transport, signal: AbortSignal): Transport {
  return {
    send: (request) => transport.send({ ...request, signal: AbortSignal.any([request.signal, signal]) }),
    close: async () => transport.close?.(),
  };
}

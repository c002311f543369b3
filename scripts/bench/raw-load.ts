import net from 'node:net';

const END = Buffer.from('\r\n\r\n');

/** Reads one answer with a Content-Length from the front of a buffer: its length, or 0 while it is incomplete. */
function answerLength(buffer: Buffer): number {
  const head = buffer.indexOf(END);
  if (head < 0) return 0;
  const match = /content-length: (\d+)/i.exec(buffer.toString('latin1', 0, head));
  const length = head + END.length + Number(match?.[1]);
  if (Number.isNaN(length)) throw new Error('the load needs answers with a Content-Length');
  return buffer.length >= length ? length : 0;
}

/**
 * Sends prepared requests over plain sockets, one at a time on each, and waits for each answer. As
 * little work as possible happens here, so that the server is what is measured.
 */
export async function rawLoad(
  port: number,
  requests: readonly Buffer[],
  times: number,
  sockets: number,
): Promise<void> {
  let started = 0;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
      let pending: Buffer = Buffer.alloc(0);
      const next = (): void => {
        if (started >= times) {
          socket.end();
          resolve();
          return;
        }
        const request = requests[started % requests.length];
        started += 1;
        if (request !== undefined) socket.write(request);
      };
      socket.on('connect', next);
      socket.on('error', reject);
      socket.on('data', (chunk: Buffer) => {
        pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
        const length = answerLength(pending);
        if (length === 0) return;
        pending = pending.subarray(length);
        next();
      });
    });
  await Promise.all(Array.from({ length: sockets }, one));
}

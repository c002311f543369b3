import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What the other process is to do with a session that lies in a Redis. */
export interface Share {
  readonly url: string;
  readonly application: { readonly id: string; readonly psk: string };
  readonly redis: string;
  readonly namespace: string;
  readonly keys: string;
  /** ID of the session. */
  readonly id: string;
  readonly todo: 'viewme' | 'logout';
}

/** Lets another process do it, on the built packages, and gives what it tells. */
export async function runShare(share: Share): Promise<unknown> {
  const child = fork(fileURLToPath(new URL('share-child.mjs', import.meta.url)), [], { execArgv: [] });
  const exited = once(child, 'exit');
  const told = once(child, 'message');
  child.send(share);
  const [first] = (await Promise.race([told, exited])) as unknown[];
  await exited;
  return first;
}

import type { TestServer } from '../src/index.js';
import { type Envelope, type PartialWish, ask } from './ask.js';

/** A row of whatever action. */
export type Row = Readonly<Record<string, unknown>>;

/** Calls an action by `command/action`, in the scenario's account. */
export function call<Body = Row>(
  on: TestServer,
  key: string,
  args: Record<string, string> = {},
  wish: PartialWish = {},
): Promise<Envelope<Body>> {
  return ask<Body>(on, { path: `/api/${key}`, account: on.credentials.account, args, ...wish });
}

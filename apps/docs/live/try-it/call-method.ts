import type { Call } from '@streamone/client';

function isCall(value: unknown): value is Call<unknown> {
  return typeof value === 'object' && value !== null && 'response' in value && typeof value.response === 'function';
}

function member(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

/** Calls `client.command.action(args)` by name, as the reader would write it. */
export function callMethod(client: object, key: string, args: Readonly<Record<string, unknown>>): Call<unknown> {
  const [command = '', action = ''] = key.split('/');
  const method = member(member(client, command), action);
  const call: unknown = typeof method === 'function' ? Reflect.apply(method, undefined, [args]) : undefined;
  if (isCall(call)) return call;
  throw new TypeError(`the client has no ${command}.${action}`);
}

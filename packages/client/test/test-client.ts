import { type ClientOptions, type LogEvent, createClient } from '@streamone/client';
import { isStreamOneError, user } from '@streamone/core';
import { apiCommand, itemCommand, userCommand } from '@streamone/core/catalogue';

export const PSK = 'abcdefghijklmnopqrstuvwxyzABCDEF';
export const credentials = user({ id: 'Cmv8fnKfjF2l', psk: PSK });
const commands = [apiCommand, itemCommand, userCommand] as const;

/** A client with three commands, an account, and the portable parts. */
export function clientOf(url: string, options: Partial<Omit<ClientOptions, 'commands'>> = {}) {
  return createClient({ auth: credentials, account: 'Mn9mdVb-02mA', url, commands, ...options });
}

/** The error that a promise rejects with. */
export async function errorOf(promise: PromiseLike<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error as Error & Record<string, unknown>;
    throw new Error(`rejected with no error: ${String(error)}`, { cause: error });
  }
  throw new Error('it did not reject');
}

/** What an error tells, as far as tests compare it. */
export async function factsOf(promise: PromiseLike<unknown>): Promise<Record<string, unknown>> {
  const error = await errorOf(promise);
  if (!isStreamOneError(error)) throw new Error('it is no StreamOneError', { cause: error });
  const { name, message, cause } = error;
  return { ...Object.fromEntries(Object.entries(error)), name, message, cause };
}

/** A log that keeps what it is told of attempts. */
export function keptLog(): { events: LogEvent[]; log: (event: LogEvent) => void; types: () => string[] } {
  const events: LogEvent[] = [];
  return {
    events,
    log: (event) => void (event.type !== 'start' && event.type !== 'end' && events.push(event)),
    types: () => events.map(({ type }) => type),
  };
}

/** Rows from a number on. */
export function rows(from: number, count: number): { id: string }[] {
  return Array.from({ length: count }, (_, at) => ({ id: `row${from + at}` }));
}

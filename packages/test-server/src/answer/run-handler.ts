import { type DataType, type Mismatch, Status } from '@streamone/core';
import type { ActionResult } from '../actions/action-handler.js';
import type { PreparedAction } from '../actions/action-table.js';
import { stackOf } from '../explain/stack-of.js';
import { Refusal } from './refusal.js';

type Handle = PreparedAction['handle'];

/** What a handler is called with, once its arguments are read. */
type Call = Parameters<Handle>[0];

/** What an action answered, and where that contradicts its declaration. */
export interface HandlerResult {
  readonly result: ActionResult<unknown>;
  /** In words, as `[0].name should be String and is a number`. */
  readonly mismatches: readonly string[];
}

/** No value is told: it is the kind of it that is wrong, and it might be a secret. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a Date';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function mismatchesOf(output: DataType, body: unknown, timezone: string): readonly string[] {
  const reading: { timezone: string; mismatches: Mismatch[] } = { timezone, mismatches: [] };
  output.read(body, reading);
  return reading.mismatches.map(
    ({ path, expected, given }) => `${path === '' ? 'the body' : path} should be ${expected} and is ${kindOf(given)}`,
  );
}

function failed(name: string, error: unknown): Refusal {
  const what = error instanceof Error ? error.message : 'something that is no error';
  const stack = stackOf(error);
  return new Refusal(Status.INTERNAL_ERROR, {
    summary: `The handler of ${name} threw: ${what}`,
    ...(stack !== undefined && { stack }),
  });
}

function notAnAnswer(name: string, result: unknown): Refusal {
  const fields = typeof result === 'object' && result !== null && !Array.isArray(result) ? Object.keys(result) : [];
  const given = fields.length > 0 ? `an object with ${fields.join(', ')} and no body` : kindOf(result);
  const returned = result === undefined ? 'nothing' : given;
  const summary = `The handler of ${name} returned ${returned}; it must return { body }, with { count } where it is paged.`;
  return new Refusal(Status.INTERNAL_ERROR, { summary });
}

function notAtOnce(name: string, promise: Promise<unknown>): Refusal {
  // Nobody waits for it, and one that fails must not end the process.
  promise.catch(() => undefined);
  const summary = `The handler of ${name} returned a promise; a handler answers at once, so it can't be async: prepare beforehand what it has to wait for.`;
  return new Refusal(Status.INTERNAL_ERROR, { summary });
}

/**
 * Lets a handler answer. A mistake in one that the server was given is told as that one's, not as the server's.
 *
 * @throws Refusal where the handler refuses, or what it threw or returned is none.
 */
export function runHandler({ action, handle, own = false }: PreparedAction, call: Call): HandlerResult {
  if (!own) return { result: handle(call), mismatches: [] };
  const name = `${action.command}/${action.action}`;
  let result: ActionResult<unknown>;
  try {
    result = handle(call);
  } catch (error) {
    throw error instanceof Refusal ? error : failed(name, error);
  }
  const returned: unknown = result;
  if (returned instanceof Promise) throw notAtOnce(name, returned);
  if (typeof returned !== 'object' || returned === null || !('body' in returned)) throw notAnAnswer(name, returned);
  return { result, mismatches: mismatchesOf(action.output, result.body, call.timezone) };
}

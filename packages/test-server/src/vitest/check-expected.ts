import { InvalidArgumentError, isSecretName } from '@streamone/core';
import { nearestName } from '../state/json/nearest-name.js';
import type { TestServer } from '../test-server.js';
import type { ExpectedRequest } from './expected-request.js';
import { isAsymmetric } from './wire-text.js';

/** What the matchers need of a server. */
export type ObservedServer = Pick<TestServer, 'actions' | 'journal' | 'url'>;

const NAMES: ReadonlySet<string> = new Set(['arguments', 'parameters', 'status', 'actor', 'account', 'times']);

function refuse(argument: string, expected: string, given: unknown, advice?: string): never {
  throw new InvalidArgumentError({ argument, expected, given, ...(advice !== undefined && { advice }) });
}

/** Whether something is a test server. */
export function isObservedServer(value: unknown): value is ObservedServer {
  return typeof value === 'object' && value !== null && 'journal' in value && 'actions' in value;
}

/**
 * Checks the name of an action. One that the server neither has nor was asked for is a slip, and would make `.not` pass.
 *
 * @throws InvalidArgumentError
 */
export function checkAction(action: string, known: readonly string[], received: boolean): void {
  if (received || known.includes(action)) return;
  const nearest = nearestName(action, known);
  refuse(
    'toHaveReceived',
    'an action that the server has, or was asked for',
    action,
    nearest === undefined ? 'It is written as item/view.' : `Did you mean "${nearest}"?`,
  );
}

/** Checks an expectation. @throws InvalidArgumentError for one that nothing can fulfil. */
export function checkExpected(expected: ExpectedRequest): void {
  const unknown = Object.keys(expected).find((name) => !NAMES.has(name));
  if (unknown !== undefined) refuse('toHaveReceived', `what is named ${[...NAMES].join(', ')}`, unknown);
  const { times = 1 } = expected;
  if (!Number.isSafeInteger(times) || times < 0) refuse('times', 'a whole number from 0', times);
  const forms = [expected.parameters, expected.arguments].filter((form) => !isAsymmetric(form));
  for (const [name, value] of forms.flatMap((form) => Object.entries({ ...form }))) {
    if (!isSecretName(name) || value === undefined || value === null || value === '' || isAsymmetric(value)) continue;
    refuse(
      name,
      'an asymmetric matcher, or undefined',
      '[redacted]',
      'The journal masks secrets. Whether one was sent is told by expect.any(String).',
    );
  }
}

import { InvalidArgumentError, isSecretName, nearestName } from '@streamone/core';
import type { TestServer } from '../test-server.js';
import type { ExpectedRequest } from './expected-request.js';
import { isAsymmetric } from './wire-text.js';

/** What the matchers need of a server. */
export type ObservedServer = Pick<TestServer, 'actions' | 'argumentsOf' | 'journal' | 'url'>;

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

/**
 * Checks the names of the arguments that are expected. One that the action has not, and that nobody sent, is a slip.
 *
 * @param known undefined where the action takes any
 * @param received those that were sent
 * @throws InvalidArgumentError
 */
export function checkArguments(
  action: string,
  { arguments: expected }: ExpectedRequest,
  known: readonly string[] | undefined,
  received: ReadonlySet<string>,
): void {
  if (known === undefined || isAsymmetric(expected)) return;
  const unknown = Object.keys({ ...expected }).find((name) => !known.includes(name) && !received.has(name));
  if (unknown === undefined) return;
  const nearest = nearestName(unknown, known);
  const advice = nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
  refuse('arguments', `arguments that ${action} has, or was sent: ${known.join(', ') || 'none'}`, unknown, advice);
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

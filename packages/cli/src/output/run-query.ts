import { InvalidArgumentError } from '@streamone/node';
import jsonata from 'jsonata';

function reason(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return String(error);
  const place = 'position' in error && typeof error.position === 'number' ? ` (at character ${error.position})` : '';
  return `${String(error.message)}${place}`;
}

function refuse(expression: string, error: unknown): InvalidArgumentError {
  const advice = `JSONata says: ${reason(error)}`;
  return new InvalidArgumentError({ argument: '--query', expected: 'a JSONata expression', given: expression, advice });
}

/** Checks that an expression can be read. @throws InvalidArgumentError when it is wrong. */
export function checkQuery(expression: string): void {
  try {
    jsonata(expression);
  } catch (error) {
    throw refuse(expression, error);
  }
}

/**
 * What a JSONata expression makes of an answer; it sees the answer as its JSON, with dates as text.
 *
 * @throws InvalidArgumentError when the expression is wrong.
 */
export async function runQuery(expression: string, body: unknown): Promise<unknown> {
  try {
    const found: unknown = await jsonata(expression).evaluate(JSON.parse(JSON.stringify(body ?? null)));
    // JSONata marks its lists in ways of its own; as JSON they are plain.
    return found === undefined ? null : (JSON.parse(JSON.stringify(found) ?? 'null') as unknown);
  } catch (error) {
    throw refuse(expression, error);
  }
}

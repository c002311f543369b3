import { InvalidArgumentError, redactText } from '@streamone/core';
import { ControlError } from './control-error.js';

/** Tells of an error as JSON: `{ "error": { "message", "argument"?, "expected"?, "given"?, "advice"? } }`. */
export function errorAnswer(error: unknown): Response {
  if (error instanceof ControlError) {
    return Response.json({ error: { message: error.message } }, { status: error.status, headers: error.headers });
  }
  if (error instanceof InvalidArgumentError) {
    const { message, argument, expected, given, advice } = error;
    return Response.json({ error: { message, argument, expected, given, advice } }, { status: 400 });
  }
  const what = error instanceof Error ? redactText(error.message) : 'no error was thrown';
  return Response.json({ error: { message: `The test server itself failed: ${what}` } }, { status: 500 });
}

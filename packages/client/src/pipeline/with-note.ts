/** Adds a note to the message of an error, and to its stack, which repeats that. */
export function withNote(error: unknown, note: string): unknown {
  if (!(error instanceof Error)) return error;
  const { message: before, stack } = error;
  error.message = `${before} (${note})`;
  if (stack !== undefined) error.stack = stack.replace(before, () => error.message);
  return error;
}

const MOST_FRAMES = 8;

/** Where an error was thrown, without its message: the frames down to the server's own. */
export function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return undefined;
  const frames = error.stack.split('\n').filter((line) => /^\s*at /.test(line));
  const server = frames.findIndex((frame) => /\brunHandler\b/.test(frame));
  const own = frames.slice(0, server === -1 ? MOST_FRAMES : Math.min(server, MOST_FRAMES));
  return own.length === 0 ? undefined : own.map((frame) => frame.trim()).join('\n');
}

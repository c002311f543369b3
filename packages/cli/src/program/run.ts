import { TransportError } from '@streamone/node';
import { CommanderError } from 'commander';
import { printable, reportError } from '../output/report-error.js';
import { createContext } from './create-context.js';
import { createProgram, unknownWords } from './create-program.js';
import { exitCode } from './exit-code.js';
import { arrangeArguments, namedCommand } from './named-command.js';

const INTERRUPTED = 130;

/** Whether an error is the end that a person put to a prompt. */
const isPromptEnd = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');

function report(error: unknown, aborted: boolean): number {
  if (aborted || isPromptEnd(error)) {
    const what = error instanceof TransportError ? `: ${printable(error.message)}` : '';
    process.stderr.write(`interrupted${what}\n`);
    return INTERRUPTED;
  }
  // Commander has told its own errors already.
  if (!(error instanceof CommanderError)) reportError(error);
  return exitCode(error);
}

/**
 * Runs the command line and sets the exit code.
 *
 * @param given without Node and the script
 */
export async function run(given: readonly string[]): Promise<void> {
  const ending = new AbortController();
  const interrupt = (): void => {
    // Who asks twice wants no clean end.
    if (ending.signal.aborted) process.exit(INTERRUPTED);
    ending.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const args = arrangeArguments(given);
  const context = createContext(args, process.env, ending.signal);
  try {
    const named = namedCommand(args);
    const program = await createProgram(context, named);
    await program.parseAsync(unknownWords(program, named) ?? args, { from: 'user' });
  } catch (error) {
    process.exitCode = report(error, ending.signal.aborted);
  } finally {
    await context.close();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

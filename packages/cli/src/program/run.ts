import { CommanderError } from 'commander';
import { closeClients } from './client-of.js';
import { exitCode } from './exit-code.js';
import { createProgram } from './create-program.js';
import { ownActions } from './own-actions.js';
import { reportError } from '../output/report-error.js';

/**
 * Runs the command line and sets the exit code.
 *
 * @param args without Node and the script
 */
export async function run(args: readonly string[]): Promise<void> {
  // A reader that went away (`| head`) is no fault worth a word.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`error: the output can't be written: ${error.message}\n`);
    process.exit(1);
  });
  try {
    const own = await ownActions(process.env['STREAMONE_ACTIONS']);
    await createProgram(own).parseAsync(args, { from: 'user' });
  } catch (error) {
    // Commander has told its own errors already.
    if (!(error instanceof CommanderError)) reportError(error);
    process.exitCode = exitCode(error);
  } finally {
    await closeClients();
  }
}

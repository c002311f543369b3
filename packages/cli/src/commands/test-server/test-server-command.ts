import { helpText, runCommandLine } from '@streamone/test-server/command-line';
import { Command } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import type { Context } from '../../program/context.js';

const NAME = 'streamone test-server';

/** A command whose help is the test server's own, so that it is told in one place what it can do. */
class TestServerCommand extends Command {
  override helpInformation(): string {
    return helpText(NAME);
  }
}

/** `streamone test-server`: the command line of the test server as it is; what stands behind a word of it is its own. */
export function testServerCommand(context: Context): Command {
  return new TestServerCommand('test-server')
    .description('Runs a StreamOne to test against.')
    .argument('[args...]', 'record, replay or drift, and options')
    .allowUnknownOption()
    .passThroughOptions()
    .action(async (args: string[]) => {
      await runCommandLine(args, { name: NAME, version: manifest.version });
      // What was asked for while the server started would find nobody: from now on the server listens for it itself.
      if (context.signal.aborted) process.emit('SIGTERM');
    });
}

import { Command } from 'commander';
import { isStreamOneError } from '@streamone/node';
import { printable } from '../output/report-error.js';
import type { Context } from '../program/context.js';
import type { KnownAction } from '../program/known-action.js';
import { knownActions } from '../program/known-actions.js';
import type { NamedCommand } from '../program/named-command.js';
import { actionCommand } from './action-command.js';

/** All that is known; where only help is asked for, also when the user's own actions or settings are broken. */
async function actions(context: Context, help: boolean): Promise<ReadonlyMap<string, KnownAction>> {
  try {
    return await context.known();
  } catch (error) {
    if (!help || !isStreamOneError(error)) throw error;
    process.stderr.write(`warning: ${printable(error.message)}\n`);
    return knownActions([]);
  }
}

/**
 * Adds the commands of the catalogue and of the user's own actions: the one that is named with its
 * options, the others with what the help says of them.
 */
export async function addActions(program: Command, context: Context, named: NamedCommand): Promise<void> {
  const known = [...(await actions(context, named.help)).values()];
  for (const name of new Set(known.map(({ command }) => command))) {
    const entries = known.filter(({ command }) => command === name);
    const summary = entries.map(({ action }) => action).join(', ');
    const group = new Command(name).description(`Actions of ${name}.`).summary(summary).helpGroup('Actions:');
    program.addCommand(group);
    if (name !== named.name) continue;
    for (const entry of entries) {
      if (entry.action === named.next) group.addCommand(actionCommand(entry, context));
      else group.command(entry.action).description(entry.description);
    }
  }
}

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InvalidArgumentError } from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';
import type { Setting } from './settings.js';

const FORM = 'a JavaScript or TypeScript module that exports actions made by defineAction';

function isAction(value: unknown): value is Action {
  return typeof value === 'object' && value !== null && 'command' in value && 'action' in value && 'output' in value;
}

async function actionsOf(path: string, argument: string): Promise<readonly Action[]> {
  const refuse = (advice: string): never => {
    throw new InvalidArgumentError({ argument, expected: FORM, given: path, advice });
  };
  let module: Record<string, unknown> = {};
  try {
    module = (await import(pathToFileURL(resolve(path)).href)) as Record<string, unknown>;
  } catch (error) {
    refuse(`It can't be loaded: ${error instanceof Error ? error.message : String(error)}`);
  }
  const found = Object.values(module).flat().filter(isAction);
  return found.length > 0 ? found : refuse('It exports none.');
}

/**
 * The actions that a user declared in modules of their own: whatever they export that `defineAction`
 * made, alone or in arrays.
 *
 * @throws InvalidArgumentError when a module can't be loaded or exports no action.
 */
export async function ownActions(modules: Setting<readonly string[]> | undefined): Promise<readonly Action[]> {
  if (modules === undefined) return [];
  const found = await Promise.all(modules.value.map((path) => actionsOf(path, modules.from)));
  return found.flat();
}

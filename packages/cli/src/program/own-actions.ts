import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InvalidArgumentError } from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';

const FORM = 'a JavaScript or TypeScript module that exports actions made by defineAction';

function isAction(value: unknown): value is Action {
  return typeof value === 'object' && value !== null && 'command' in value && 'action' in value && 'output' in value;
}

/**
 * The actions that a user declared in a module of their own: whatever it exports that `defineAction`
 * made, alone or in arrays. None without a path.
 *
 * @throws InvalidArgumentError when the module can't be loaded or exports no action.
 */
export async function ownActions(path: string | undefined): Promise<readonly Action[]> {
  if (path === undefined || path === '') return [];
  const refuse = (advice: string): never => {
    throw new InvalidArgumentError({ argument: 'STREAMONE_ACTIONS', expected: FORM, given: path, advice });
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

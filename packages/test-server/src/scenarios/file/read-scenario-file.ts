import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InvalidArgumentError } from '@streamone/core';
import type { ScenarioData } from '../data/scenario-data.js';
import type { Scenario } from '../scenario.js';
import { parseJson } from './parse-json.js';

/** The largest file that is read, in bytes: some 100,000 items. */
const LARGEST = 100 * 1024 * 1024;

function refuseFile(path: string, expected: string, error: unknown): never {
  throw new InvalidArgumentError({
    argument: 'scenario',
    expected,
    given: path,
    advice: error instanceof Error ? error.message.split('\n', 1)[0] : undefined,
    cause: error,
  });
}

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) throw new Error(`It has ${size} bytes, and at most ${LARGEST} are read.`);
    return await readFile(path, 'utf8');
  } catch (error) {
    return refuseFile(path, 'a file that can be read', error);
  }
}

async function loadModule(path: string): Promise<unknown> {
  // Told apart from what is wrong inside the module.
  await readText(path);
  try {
    const module: unknown = await import(/* @vite-ignore */ pathToFileURL(resolve(path)).href);
    return typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
  } catch (error) {
    return refuseFile(path, 'a module that can be loaded (TypeScript: with types that can be erased)', error);
  }
}

function isScenario(loaded: unknown): loaded is Scenario | ScenarioData {
  return typeof loaded === 'function' || (typeof loaded === 'object' && loaded !== null && !Array.isArray(loaded));
}

/** Reads a scenario's file. @throws InvalidArgumentError when that is not possible, or there is none in it. */
export async function readScenarioFile(path: string): Promise<Scenario | ScenarioData> {
  const isJson = /\.json$/i.test(path);
  const loaded = isJson ? parseJson(await readText(path), path) : await loadModule(path);
  if (isScenario(loaded)) return loaded;
  const expected = isJson ? 'an object' : 'a default export that is a scenario: data, or a function';
  throw new InvalidArgumentError({ argument: path, expected, given: loaded });
}

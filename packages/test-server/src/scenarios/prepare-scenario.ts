import { keepPasswords } from './data/keep-passwords.js';
import type { ScenarioData } from './data/scenario-data.js';
import { type ScenarioSource, scenarioFromData } from './data/scenario-from-data.js';
import { findScenario, scenarioNamed } from './find-scenario.js';
import type { Scenario } from './scenario.js';

const IN_PROCESS = { name: 'scenario', separator: '.' };

/** The same scenario; what it throws names the file that it is in. */
function placedErrors(scenario: Scenario, { name, separator }: Pick<ScenarioSource, 'name' | 'separator'>): Scenario {
  return (state, random) => {
    try {
      return scenario(state, random);
    } catch (error) {
      if (error instanceof Error && !error.message.startsWith(name)) error.message = name + separator + error.message;
      throw error;
    }
  };
}

/**
 * Makes a scenario ready for any server: finds it by name, or hashes the passwords of the one given.
 *
 * @throws InvalidArgumentError for another name, and for a path. What is wrong in data is told when
 *   they fill a server.
 */
export async function prepareScenario(
  scenario: string | Scenario | ScenarioData,
  source: Pick<ScenarioSource, 'name' | 'separator'> = IN_PROCESS,
): Promise<Scenario> {
  if (typeof scenario !== 'object' || scenario === null) {
    const found = findScenario(scenario);
    return source === IN_PROCESS ? found : placedErrors(found, source);
  }
  const { json, passwords } = await keepPasswords(scenario);
  return scenarioFromData(json, { ...source, base: scenarioNamed, passwords });
}

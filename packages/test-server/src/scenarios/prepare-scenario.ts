import { keepPasswords } from './data/keep-passwords.js';
import type { ScenarioData } from './data/scenario-data.js';
import { type ScenarioSource, scenarioFromData } from './data/scenario-from-data.js';
import { findScenario, scenarioNamed } from './find-scenario.js';
import type { Scenario } from './scenario.js';

const IN_PROCESS = { name: 'scenario', separator: '.' };

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
  if (typeof scenario !== 'object' || scenario === null) return findScenario(scenario);
  const { json, passwords } = await keepPasswords(scenario);
  return scenarioFromData(json, { ...source, base: scenarioNamed, passwords });
}

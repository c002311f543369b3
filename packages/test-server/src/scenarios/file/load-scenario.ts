import type { ScenarioData } from '../data/scenario-data.js';
import { isScenarioPath } from '../find-scenario.js';
import { prepareScenario } from '../prepare-scenario.js';
import type { Scenario } from '../scenario.js';

/**
 * Makes a scenario ready for any server: reads it where it is the path of a file (`.json`, or a module
 * whose default export is data or a function: `.ts`, `.js`, `.mjs`), and hashes its passwords.
 *
 * @throws InvalidArgumentError for another name, and for a file that can't be read or loaded. What is
 *   wrong in data is told when they fill a server.
 */
export async function loadScenario(scenario: string | Scenario | ScenarioData): Promise<Scenario> {
  if (typeof scenario !== 'string' || !isScenarioPath(scenario)) return prepareScenario(scenario);
  // Loaded late: most servers have a scenario by name.
  const { readScenarioFile } = await import('./read-scenario-file.js');
  return prepareScenario(await readScenarioFile(scenario), { name: scenario, separator: ': ' });
}

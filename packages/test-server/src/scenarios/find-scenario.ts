import { InvalidArgumentError, nearestName } from '@streamone/core';
import { archive } from './archive/archive.js';
import { checkScenario } from './check-scenario.js';
import type { ScenarioData } from './data/scenario-data.js';
import { scenarioFromData } from './data/scenario-from-data.js';
import { empty } from './empty.js';
import type { Scenario } from './scenario.js';
import { studio } from './studio/studio.js';

/** The names of the scenarios. `archive:500` has 500 items. */
export type ScenarioName = 'studio' | 'empty' | 'archive' | `archive:${number}`;

/** How many items `archive` has. */
const ARCHIVE_ITEMS = 100_000;
/** The most that it may be told to have; more would not fit into the memory that Node takes unasked. */
const MOST_ITEMS = 2_000_000;

const EXPECTED = `studio, empty, archive, archive:<1 to ${MOST_ITEMS} items>`;

/** Whether a scenario is named by the path of a file. */
export function isScenarioPath(scenario: string): boolean {
  return /\.(?:json|[cm]?[jt]s)$/i.test(scenario);
}

/** Whether a scenario can be used at once: one by name, or a function. Else it must be loaded. */
export function isScenarioReady(scenario: string | Scenario | ScenarioData): boolean {
  return typeof scenario === 'string' ? !isScenarioPath(scenario) : typeof scenario === 'function';
}

/**
 * Finds a scenario by its name.
 *
 * @param argument what errors call the name
 * @throws InvalidArgumentError for another name.
 */
export function scenarioNamed(name: string, argument = 'scenario'): Scenario {
  if (name === 'studio') return studio;
  if (name === 'empty') return empty;
  if (name === 'archive') return archive(ARCHIVE_ITEMS);
  const items = Number(/^archive:(\d{1,9})$/.exec(name)?.[1]);
  if (items >= 1 && items <= MOST_ITEMS) return archive(items);
  const nearest = nearestName(name, ['studio', 'empty', 'archive']);
  const advice = nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
  throw new InvalidArgumentError({ argument, expected: EXPECTED, given: name, advice });
}

/**
 * Finds what fills a server: by name, or given as data or as a function.
 *
 * @throws InvalidArgumentError for another name, and for a path: a file can't be read in passing.
 */
export function findScenario(scenario: string | Scenario | ScenarioData): Scenario {
  if (typeof scenario === 'function') return checkScenario(scenario);
  if (typeof scenario === 'object' && scenario !== null) {
    return scenarioFromData(scenario, { name: 'scenario', separator: '.', base: scenarioNamed });
  }
  if (typeof scenario === 'string' && !isScenarioPath(scenario)) return scenarioNamed(scenario);
  throw new InvalidArgumentError({
    argument: 'scenario',
    expected: `${EXPECTED}, data or a function`,
    given: scenario,
    advice: 'On Node, startTestServer reads a file, and so does "await loadScenario(path)", for any server.',
  });
}

import { InvalidArgumentError } from '@streamone/core';
import { empty } from './empty.js';
import type { Scenario } from './scenario.js';
import { studio } from './studio/studio.js';

/** The names of the scenarios. */
export type ScenarioName = 'studio' | 'empty';

const scenarios: ReadonlyMap<string, Scenario> = new Map(Object.entries({ studio, empty }));

/** Finds a scenario by its name. @throws InvalidArgumentError for another name. */
export function findScenario(name: string): Scenario {
  const found = scenarios.get(name);
  if (found !== undefined) return found;
  throw new InvalidArgumentError({ argument: 'scenario', expected: [...scenarios.keys()].join(' or '), given: name });
}

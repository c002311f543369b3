import type { SeededRandom } from '../random/seeded-random.js';
import type { State } from '../state/state.js';
import type { ScenarioCredentials } from './credentials.js';

/** Fills an empty state. The same seed must give the same records. */
export type Scenario = (state: State, random: SeededRandom) => ScenarioCredentials;

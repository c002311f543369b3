import { InvalidArgumentError } from '@streamone/core';
import { actionTable } from './actions/action-table.js';
import { handlers } from './actions/handlers.js';
import { type Answer, createAnswer } from './answer/answer.js';
import { createServerClock } from './clock/server-clock.js';
import { createFaultList } from './faults/fault-list.js';
import { createJournal } from './journal/journal.js';
import { seededRandom } from './random/seeded-random.js';
import type { Runtime } from './runtime.js';
import { findScenario } from './scenarios/find-scenario.js';
import { createState } from './state/create-state.js';
import type { TestServer } from './test-server.js';
import type { TestServerOptions } from './test-server-options.js';
import { type WebAnswer, createWebAnswer } from './web/web-answer.js';

/** A test server without its adapters: what is the same in every runtime. */
export interface ServerCore extends Pick<TestServer, 'credentials' | 'faults' | 'clock' | 'journal' | 'state'> {
  readonly answer: Answer;
  /** Answers what is beside the API. */
  readonly web: WebAnswer;
  /** Where it is reached; to be set once that is known. */
  readonly place: { url: string };
}

function checkWhole(argument: string, given: number, least: number): void {
  if (Number.isSafeInteger(given) && given >= least) return;
  throw new InvalidArgumentError({ argument, expected: `a whole number from ${least}`, given });
}

const KNOWN = new Set([
  'actions',
  'allowRemote',
  'clock',
  'explain',
  'host',
  'journalSize',
  'onRefusal',
  'port',
  'scenario',
  'seed',
]);

function checkNames(options: object): void {
  for (const name of Object.keys(options)) {
    if (KNOWN.has(name)) continue;
    throw new InvalidArgumentError({ expected: `options named ${[...KNOWN].join(', ')}`, given: name });
  }
}

/** Makes the server's core. @throws InvalidArgumentError for an option that makes no sense. */
export function createServerCore(options: TestServerOptions, runtime: Runtime): ServerCore {
  const { seed = 1, scenario = 'studio', explain = false, journalSize = 1000, onRefusal, actions = [] } = options;
  checkNames(options);
  checkWhole('seed', seed, 0);
  checkWhole('journalSize', journalSize, 1);
  const fill = findScenario(scenario);
  const random = seededRandom(seed);
  const state = createState(random);
  const credentials = fill(state, random);
  const clock = createServerClock(options.clock);
  // Faults draw from a sequence of their own: what a test orders must not change the IDs made later.
  const faults = createFaultList(seededRandom(seed + 1));
  const journal = createJournal(journalSize, onRefusal);
  // The salts of unknown users are drawn apart as well.
  const secret = seededRandom(seed + 2).key();
  const place = { url: '' };
  const world = { ...runtime, state, clock, secret, place };
  const answer = createAnswer({ world, actions: actionTable([...handlers, ...actions]), faults, journal, explain });
  const web = createWebAnswer({ ...world, credentials, faults, journal });
  return { answer, web, place, credentials, faults, clock, journal, state };
}

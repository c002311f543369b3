import { actionTable } from './actions/action-table.js';
import { handlers } from './actions/handlers.js';
import { sortActions } from './actions/own-actions.js';
import { ownHandlers, putOwnActions } from './actions/put-own-actions.js';
import { wholeSecond } from './actions/whole-second.js';
import { type Answer, createAnswer } from './answer/answer.js';
import { checkOptions } from './check-options.js';
import { createServerClock } from './clock/server-clock.js';
import { createServerControl } from './control/server-control.js';
import { createContentStore } from './files/create-content-store.js';
import type { ContentStore } from './files/content-store.js';
import { createFaultList } from './faults/fault-list.js';
import { createJournal } from './journal/journal.js';
import { seededRandom } from './random/seeded-random.js';
import { createRedaction } from './redaction/redaction.js';
import { checkTokens } from './rights/check-tokens.js';
import type { Runtime } from './runtime.js';
import { findScenario } from './scenarios/find-scenario.js';
import type { Scenario } from './scenarios/scenario.js';
import { createState } from './state/create-state.js';
import type { TestServer } from './test-server.js';
import type { TestServerOptions } from './test-server-options.js';
import { answerWithCors, webWithCors } from './web/cors.js';
import { type WebAnswer, createWebAnswer } from './web/web-answer.js';

/** A test server without its adapters: what is the same in every runtime. */
export interface ServerCore extends Pick<
  TestServer,
  | 'actions'
  | 'argumentsOf'
  | 'credentials'
  | 'faults'
  | 'clock'
  | 'journal'
  | 'state'
  | 'snapshot'
  | 'restore'
  | 'reset'
> {
  readonly answer: Answer;
  /** Answers what is beside the API. */
  readonly web: WebAnswer;
  /** Where it is reached; to be set once that is known. */
  readonly place: { url: string };
  /** The bytes of uploaded files; to be closed when the server stops. */
  readonly contents: ContentStore;
  /** To be aborted when the server stops. */
  readonly closing: AbortController;
}

/** The dates that a scenario leaves out: always the same, as all else that is in it. */
const DATE_OF_SCENARIOS = new Date('2024-01-01T00:00:00Z');

/**
 * Makes the server's core.
 *
 * @param fill the scenario, where it had to be made ready
 * @throws InvalidArgumentError for an option that makes no sense.
 */
export function createServerCore(options: TestServerOptions, runtime: Runtime, fill?: Scenario): ServerCore {
  checkOptions(options);
  const { seed = 1, scenario = 'studio', explain = false, journalSize = 1000, onRefusal, actions = [] } = options;
  const { admin = true, cors = false } = options;
  const own = sortActions(actions);
  const filling = fill ?? findScenario(scenario);
  const random = seededRandom(seed);
  const clock = createServerClock(options.clock);
  let filled = false;
  const isOurs = fill === undefined && typeof scenario === 'string';
  const state = createState(
    random,
    () => (filled ? wholeSecond(clock) : DATE_OF_SCENARIOS),
    () => isOurs && !filled,
  );
  const credentials = filling(state, random);
  if (!isOurs) checkTokens(state, [...own.declared, ...own.handlers.map(({ action }) => action)]);
  putOwnActions(own, state, credentials.account);
  filled = true;
  const table = actionTable([...handlers, ...ownHandlers(own, seed)]);
  const known = [...table.keys()];
  // Faults draw from a sequence of their own: what a test orders must not change the IDs made later.
  const faults = createFaultList(seededRandom(seed + 1), known);
  const redaction = createRedaction(state.secrets, [credentials.login.password]);
  const journal = createJournal({ size: journalSize, clock, hmac: runtime.hmac, redaction, onRefusal });
  // The salts of unknown users are drawn apart as well.
  const secret = seededRandom(seed + 2).key();
  const place = { url: '' };
  const world = { ...runtime, state, clock, secret, place };
  const api = createAnswer({ world, actions: table, faults, journal, redaction, explain });
  const control = createServerControl({ state, random, clock, faults, journal });
  const { contentLimits } = runtime;
  const { maxFileSize = contentLimits.maxFileSize, maxTotal = contentLimits.maxTotal } = options.uploads ?? {};
  const contents = createContentStore(runtime.contentBackend(), { maxFileSize, maxTotal });
  const closing = new AbortController();
  const ruling = {
    control,
    admin,
    about: { scenario: typeof scenario === 'string' ? scenario : 'your own', seed },
    closing: closing.signal,
  };
  const beside = createWebAnswer({
    ...world,
    ...ruling,
    contents,
    explain,
    clock,
    credentials,
    faults,
    journal,
    redaction,
  });
  const answer = cors ? answerWithCors(api) : api;
  const web = cors ? webWithCors(beside) : beside;
  return {
    answer,
    web,
    place,
    contents,
    closing,
    actions: known,
    argumentsOf: (name) => {
      const { action, spellings } = table.get(name) ?? {};
      if (action === undefined || action.openArguments) return undefined;
      return [...Object.keys(action.arguments), ...Object.keys({ ...spellings })];
    },
    credentials,
    faults,
    clock,
    journal,
    state,
    snapshot: () => control.snapshot(),
    restore: (kept) => control.restore(kept),
    reset: () => control.reset(),
  };
}

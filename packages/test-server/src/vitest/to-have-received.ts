import type { JournalEntry } from '../journal/journal-entry.js';
import type { MatcherState } from 'vitest';
import { type ObservedServer, checkAction, checkArguments, checkExpected, isObservedServer } from './check-expected.js';
import { comparedFacts } from './compared-facts.js';
import { asked, entriesText } from './entry-text.js';
import type { ExpectedRequest } from './expected-request.js';
import { nearMiss } from './near-miss.js';

/** What a matcher found. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

function often(count: number): string {
  return count === 0 ? 'never' : count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** How often the action was received, and how often such as is expected, where more than the action is. */
function counted(action: string, all: number, fitting: number, isPlain: boolean): string {
  if (all === 0) return `The server never received ${action}`;
  if (isPlain) return `The server received ${action} ${often(all)}`;
  if (fitting === 0) return `The server received ${action} ${often(all)}, but never like that`;
  return `The server received ${action} ${often(fitting)} like that`;
}

/** What was received at all, when nothing was of the action. */
function otherRequests(all: readonly JournalEntry[], { url }: ObservedServer): string {
  if (all.length > 0) return `Received:\n${entriesText(all)}`;
  return (
    `It received no request at all. Does the client have its url (${url}), or its fetch? ` +
    'A request that is still to come can be waited for: await expect.poll(() => server).toHaveReceived(…)'
  );
}

function missed(
  { equals, utils }: MatcherState,
  server: ObservedServer,
  ofAction: readonly JournalEntry[],
  wanted: ExpectedRequest,
): string {
  const near = nearMiss(ofAction, wanted, equals);
  if (near === undefined) return otherRequests(server.journal.entries(), server);
  const { entry, expected, received } = near;
  const all = `Received:\n${entriesText(ofAction)}`;
  if (Object.keys(expected).length === 0 || equals(received, expected)) return all;
  return `The nearest is #${entry.id}:\n${utils.diff(expected, received)}\n\n${all}`;
}

/** Tells whether a server received a request: a matcher of vitest's. @throws InvalidArgumentError for an expectation that makes no sense. */
export function toHaveReceived(
  state: MatcherState,
  server: unknown,
  action: string,
  wanted: ExpectedRequest = {},
): MatcherResult {
  if (!isObservedServer(server)) throw new TypeError('toHaveReceived expects a test server, as expect(server)');
  checkExpected(wanted);
  const ofAction = server.journal.entries().filter((entry) => asked(entry) === action);
  checkAction(action, server.actions, ofAction.length > 0);
  const sent = new Set(ofAction.flatMap((entry) => Object.keys(entry.arguments)));
  checkArguments(action, wanted, server.argumentsOf(action), sent);
  const fitting = ofAction.filter((entry) => {
    const { expected, received } = comparedFacts(wanted, entry);
    return state.equals(received, expected);
  });
  const { times } = wanted;
  const pass = times === undefined ? fitting.length > 0 : fitting.length === times;
  const hint = state.utils.matcherHint('toHaveReceived', 'server', `'${action}'`, { isNot: state.isNot });
  const isPlain = Object.keys(wanted).every((name) => name === 'times');
  const asOften = times === undefined ? '' : `, expected ${state.isNot ? 'any other number' : often(times)}`;
  const told = `${hint}\n\n${counted(action, ofAction.length, fitting.length, isPlain)}${asOften}.`;
  return {
    pass,
    message: () =>
      pass ? `${told}\n${entriesText(fitting)}` : `${told}\n\n${missed(state, server, ofAction, wanted)}`,
  };
}

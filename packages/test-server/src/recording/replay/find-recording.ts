import type { Sha256 } from '../../sha256/sha256.js';
import { isMasked } from '../masks/mask-text.js';
import type { RecordedForm, RecordedRequest, Recording } from '../recording.js';
import { differences } from './differences.js';
import { standIn } from './stand-in.js';

/** What was found for a request: the recording, or those that came nearest. */
export type Found =
  | { readonly recording: Recording }
  | { readonly recording: undefined; readonly nearest: readonly (readonly string[])[] };

const MOST_NEAR = 3;

/** How much speaks for a recording among several that fit: the same actor, and the very stand-ins of its masks. */
function closeness(recorded: RecordedForm, given: RecordedForm, sha256: Sha256): number {
  return Object.entries(recorded).filter(([name, value]) => {
    const counts = typeof value === 'string' && (isMasked(value) || name === 'user' || name === 'application');
    return counts && standIn(value, sha256) === given[name];
  }).length;
}

/** Makes the search among recordings. @param ignored names of arguments that don't count */
export function createFinder(
  recordings: readonly Recording[],
  ignored: ReadonlySet<string>,
  sha256: Sha256,
): (given: RecordedRequest) => Found {
  const byAction = new Map<string, Recording[]>();
  for (const recording of recordings) {
    const key = `${recording.command}/${recording.action}`;
    byAction.set(key, [...(byAction.get(key) ?? []), recording]);
  }
  const score = ({ parameters, arguments: args }: Recording, given: RecordedRequest): number =>
    closeness(parameters, given.parameters, sha256) + closeness(args, given.arguments, sha256);

  return (given) => {
    const ofAction = byAction.get(`${given.command}/${given.action}`) ?? [];
    const compared = ofAction.map((recording) => ({ recording, differs: differences(recording, given, ignored) }));
    const fitting = compared.filter(({ differs }) => differs.length === 0).map(({ recording }) => recording);
    const best = Math.max(...fitting.map((recording) => score(recording, given)));
    const recording = fitting.find((each) => score(each, given) === best);
    if (recording !== undefined) return { recording };
    const nearest = compared.map(({ differs }) => differs).sort((one, other) => one.length - other.length);
    return { recording: undefined, nearest: nearest.slice(0, MOST_NEAR) };
  };
}

import type { SignedPair, Signing } from '../signing.js';
import type { Mistake } from './mistake.js';

function sorted(list: readonly SignedPair[]): readonly SignedPair[] {
  return [...list].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

/** The parameters in the order in which the official clients write them. Source: protocol, observed. */
export const USUAL_ORDER =
  'api format authentication_type account customer timezone timestamp user application session'.split(' ');

function usual(list: readonly SignedPair[]): readonly SignedPair[] {
  return [...list].sort((a, b) => USUAL_ORDER.indexOf(a.name) - USUAL_ORDER.indexOf(b.name));
}

/** All in one sorted list, as OAuth has it: then nothing stands between parameters and arguments. */
function sortedTogether(signing: Signing): Signing[] {
  if (signing.arguments.length === 0) return [];
  const writers = new Map(signing.arguments.map((pair) => [pair, signing.writeArgument]));
  const { writeParameter } = signing;
  const parameters = sorted([...signing.parameters, ...signing.arguments]).map((pair) => {
    // Each keeps the way in which it is written on its own side.
    const raw = (writers.get(pair) ?? writeParameter)(pair);
    return { ...pair, raw };
  });
  return [{ ...signing, parameters, writeParameter: ({ raw }) => raw, arguments: [], join: '' }];
}

const OWNERS = new Set(['account', 'customer']);

function* moved(signing: Signing): Generator<Signing, undefined> {
  const from = signing.parameters.findIndex(({ name }) => OWNERS.has(name));
  const pair = signing.parameters[from];
  if (pair === undefined) return;
  const parameters = signing.parameters.toSpliced(from, 1);
  yield { ...signing, parameters: [...parameters, pair] };
  yield { ...signing, parameters, arguments: [...signing.arguments, pair] };
  yield { ...signing, parameters, arguments: [pair, ...signing.arguments] };
  for (let to = 0; to < parameters.length; to++) {
    if (to !== from) yield { ...signing, parameters: parameters.toSpliced(to, 0, pair) };
  }
}

/** Mistakes in the order of parameters and arguments. */
export const orderMistakes: readonly Mistake[] = [
  {
    name: 'sorted-keys',
    says: 'The string to sign has its names sorted, what was sent has not; sign them in the order in which they are sent.',
    apply: (signing) => [
      { ...signing, parameters: sorted(signing.parameters), arguments: sorted(signing.arguments) },
      { ...signing, parameters: sorted(signing.parameters) },
      { ...signing, arguments: sorted(signing.arguments) },
      ...sortedTogether(signing),
    ],
  },
  {
    name: 'unsorted-keys',
    says: 'The parameters were signed in another order than they were sent in, as if a library had sorted them afterwards; send them in the order in which they are signed.',
    apply: (signing) => [{ ...signing, parameters: usual(signing.parameters) }],
  },
  {
    name: 'account-position',
    says: 'The account (or customer) stands at another place in the string to sign than in what was sent; it is a parameter of the query, signed where it is sent.',
    apply: moved,
  },
];

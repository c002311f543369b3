import type { SignedPair, Signing } from '../signing.js';
import type { Mistake } from './mistake.js';
import { USUAL_ORDER } from './order-mistakes.js';

/** How many arguments are left out one by one. */
const MOST_ARGUMENTS = 50;

function names(list: readonly SignedPair[]): string[] {
  return list.map(({ name }) => name);
}

/** What is in one list and not in the other, in words. */
function difference(one: readonly SignedPair[], other: readonly SignedPair[]): string {
  const there = new Set(names(other));
  return [...new Set(names(one))].filter((name) => !there.has(name)).join(', ');
}

/** Without the arguments that are empty, and without each one. */
function* fewerArguments(signing: Signing): Generator<Signing, undefined> {
  const { arguments: pairs } = signing;
  if (pairs.some(({ shown }) => shown !== undefined)) return;
  yield { ...signing, arguments: pairs.filter(({ value }) => value !== '') };
  for (let at = 0; at < Math.min(pairs.length, MOST_ARGUMENTS) && pairs.length > 1; at++) {
    yield { ...signing, arguments: pairs.toSpliced(at, 1) };
  }
}

function pair(name: string, value = ''): SignedPair {
  return { raw: `${name}=${value}`, name, value };
}

/** With each argument that the action has and that was not sent, empty, at each of some places. */
function* moreArguments(
  signing: Signing,
  known: readonly string[],
  places: (length: number) => readonly number[],
): Generator<Signing, undefined> {
  const { arguments: pairs } = signing;
  const sent = new Set(names(pairs));
  for (const name of known) {
    if (sent.has(name)) continue;
    for (const at of places(pairs.length)) yield { ...signing, arguments: pairs.toSpliced(at, 0, pair(name)) };
  }
}

/** The parameters that may be left out, as what a client writes that has nothing to say by them. */
const OPTIONAL = [
  pair('account'),
  pair('customer'),
  pair('timezone'),
  pair('session'),
  pair('authentication_type', 'user'),
];

function usualPlace(parameters: readonly SignedPair[], name: string): number {
  const rank = USUAL_ORDER.indexOf(name);
  const at = parameters.findIndex((other) => USUAL_ORDER.indexOf(other.name) > rank);
  return at === -1 ? parameters.length : at;
}

function* moreParameters(
  signing: Signing,
  places: (usual: number, length: number) => readonly number[],
): Generator<Signing, undefined> {
  const { parameters } = signing;
  const sent = new Set(names(parameters));
  for (const more of OPTIONAL) {
    if (sent.has(more.name)) continue;
    for (const at of places(usualPlace(parameters, more.name), parameters.length)) {
      yield { ...signing, parameters: parameters.toSpliced(at, 0, more) };
    }
  }
}

function upTo(length: number): number[] {
  return Array.from({ length: length + 1 }, (_, at) => at);
}

/** Mistakes of signing less than is sent, or more: what is null or empty is dropped on one of the two sides. */
export const unsentMistakes: readonly Mistake[] = [
  {
    name: 'argument-not-signed',
    says: 'An argument that was sent is missing from the string to sign, as where what is empty is dropped there and not from the body; sign the bytes that are sent.',
    detail: (signed, right) => `Missing: ${difference(right.arguments, signed.arguments)}.`,
    apply: fewerArguments,
  },
  {
    name: 'argument-not-sent',
    says: "An argument in the string to sign was not sent, as where what is null or empty is dropped from the body alone (PHP's http_build_query drops null); sign the bytes that are sent.",
    detail: (signed, right) => `Not sent: ${difference(signed.arguments, right.arguments)}.`,
    apply: (signing, { known }) => moreArguments(signing, known(), (length) => [length]),
    alone: (signing, { known }) => moreArguments(signing, known(), (length) => upTo(length - 1)),
  },
  {
    name: 'parameter-not-sent',
    says: 'A parameter in the string to sign was not sent, as where what is empty is dropped from the URL alone; sign the bytes that are sent.',
    detail: (signed, right) => `Not sent: ${difference(signed.parameters, right.parameters)}.`,
    apply: (signing) => moreParameters(signing, (usual) => [usual]),
    alone: (signing) => moreParameters(signing, (_usual, length) => upTo(length)),
  },
];

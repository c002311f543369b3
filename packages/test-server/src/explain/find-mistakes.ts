import type { Mistake } from './mistakes/mistake.js';
import { mistakes, orderMatters, usualMistakes } from './mistakes/mistakes.js';
import { asPhp } from './pair-writer.js';
import { type ReadSignature, LOOKS } from './read-signature.js';
import type { Signing } from './signing.js';
import { type DigitRange, type SigningSearch, createSigningSearch } from './signing-search.js';
import type { WronglySigned } from './wrongly-signed.js';

/** What was found: how it was signed, and the mistakes in that, in the order of their table. */
export interface FoundMistakes {
  readonly mistakes: readonly Mistake[];
  readonly signed: Signing;
}

interface Single {
  readonly mistake: Mistake;
  readonly signed: Signing;
  /** How many ways of the same mistake are likelier. */
  readonly rank: number;
}

function inOrder(...found: readonly Mistake[]): readonly Mistake[] {
  return mistakes.filter((mistake) => found.includes(mistake));
}

/** All that three digits can be. */
const ALL: DigitRange = { from: 0, to: 999 };

/** How many milliseconds may have gone by between signing and receiving, where a client has the server's clock. */
const ON_THE_WAY = 19;

/** The milliseconds in which a request was probably signed, by when it was received; none where the clocks differ. */
function likelyDigits({ parts, exchange }: WronglySigned): DigitRange | undefined {
  const late = Math.floor(exchange.time / 1000) - Number(parts.parameters.variables.get('timestamp'));
  if (late !== 0 && late !== 1) return undefined;
  const to = late === 0 ? Math.floor(exchange.time % 1000) : ALL.to;
  return { from: Math.max(0, to - ON_THE_WAY), to };
}

function* thousands(
  search: SigningSearch,
  signing: Signing,
  range: DigitRange,
  already: readonly Mistake[],
): Generator<FoundMistakes, undefined> {
  for (const mistake of mistakes) {
    const { thousandth } = mistake;
    if (thousandth === undefined || already.includes(mistake) || search.spent) continue;
    const signed = search.tryDigits((digits) => thousandth(signing, digits), range);
    if (signed !== undefined) yield { mistakes: inOrder(mistake, ...already), signed };
  }
}

/** Tries each mistake alone, noting the ways of it that give a string of their own. */
function* alone(
  search: SigningSearch,
  bases: readonly Signing[],
  request: WronglySigned,
  singles: Single[],
): Generator<FoundMistakes, undefined> {
  for (const mistake of mistakes) {
    let rank = 0;
    for (const base of bases) {
      for (const signed of mistake.apply(base, request)) {
        if (search.spent) return;
        const result = search.try(signed);
        if (result === 'matches') yield { mistakes: [mistake], signed };
        if (result === 'new') singles.push({ mistake, signed, rank: rank++ });
      }
    }
  }
  for (const base of bases) {
    for (const mistake of mistakes) {
      for (const signed of mistake.alone?.(base, request) ?? []) {
        if (search.spent) return;
        if (search.try(signed) === 'matches') yield { mistakes: [mistake], signed };
      }
    }
  }
  for (const base of bases) yield* thousands(search, base, ALL, []);
}

/** Whether one mistake on top of another has to be tried: the other way round is enough where order makes no difference. */
function worthTrying(mistake: Mistake, below: Mistake): boolean {
  if (mistake === below || !(usualMistakes.has(mistake) || usualMistakes.has(below))) return false;
  return mistakes.indexOf(mistake) > mistakes.indexOf(below) || orderMatters(mistake, below);
}

/** Tries each two mistakes of which one is usual. */
function* inPairs(
  search: SigningSearch,
  singles: readonly Single[],
  request: WronglySigned,
): Generator<FoundMistakes, undefined> {
  for (const single of singles) {
    for (const mistake of mistakes) {
      if (!worthTrying(mistake, single.mistake)) continue;
      for (const signed of mistake.apply(single.signed, request)) {
        if (search.spent) return;
        if (search.try(signed) === 'matches') yield { mistakes: inOrder(single.mistake, mistake), signed };
      }
    }
  }
  const likely = likelyDigits(request);
  for (const { mistake, signed, rank } of singles) {
    const range = rank === 0 && usualMistakes.has(mistake) ? ALL : likely;
    if (range !== undefined) yield* thousands(search, signed, range, [mistake]);
  }
}

function* everything(
  right: Signing,
  { hex, looks }: ReadSignature,
  request: WronglySigned,
): Generator<FoundMistakes, undefined> {
  const search = createSigningSearch(hex, request);
  const algorithm = looks.includes(LOOKS.sha256) ? 'hmac-sha256' : right.algorithm;
  const received: Signing = { ...right, algorithm };
  const bases: Signing[] = [];
  for (const signed of [received, { ...received, writeParameter: asPhp, writeArgument: asPhp }]) {
    const result = search.try(signed);
    if (result === 'matches') yield { mistakes: [], signed };
    if (result === 'new') bases.push(signed);
  }
  const singles: Single[] = [];
  if (looks.length < 2) yield* alone(search, bases, request, singles);
  if (looks.length < 1) yield* inPairs(search, singles, request);
}

/**
 * Finds the mistakes that a signature was made with: one alone if that explains it, else two, those
 * that its look shows among them. Whatever is found was made: nobody comes to the same 160 bits in
 * another way.
 */
export function findMistakes(right: Signing, read: ReadSignature, request: WronglySigned): FoundMistakes | undefined {
  if (read.hex === '') return undefined;
  const { value } = everything(right, read, request).next();
  return value;
}

import { redactText } from '@streamone/core';
import { isRecordedSecret } from './is-recorded-secret.js';
import { maskText } from './mask-text.js';
import { secretForms } from '../../redaction/secret-forms.js';

/** What is masked beyond what is always: see {@link MaskBook}. */
export interface MaskBookOptions {
  /** Names of arguments and fields whose values are masked too, as personal data is. */
  readonly names: readonly string[];
  /** Values that are secret wherever they turn up. */
  readonly secrets: readonly string[];
}

/** Where something stands: the names of the secrets of one place differ from those of another. */
export type NameSecret = (name: string) => string | undefined;

/** Knows every secret that a recording has seen, and masks them. */
export interface MaskBook {
  /** Takes note of the secrets in a value, so that they are masked wherever they turn up from now on. */
  learn(value: unknown, nameSecret: NameSecret): void;
  /** A copy of a value with every secret and every personal value masked. */
  mask(value: unknown, nameSecret: NameSecret): unknown;
  /** A text with every secret masked that is known, in whatever form. */
  maskText(text: string): string;
  /** The forms of the secrets that were learnt since this was last asked. */
  takeNews(): readonly string[];
  /** A copy of what was masked before, with every secret masked that is known by now. */
  maskAgain(value: unknown): unknown;
  /** Whether a secret is in a text, in whatever form. */
  leaks(text: string): boolean;
}

/** Shorter ones would be found by chance in texts that have nothing to do with them; they are masked by name alone. */
const LEAST_LEARNT = 8;
/** More than any recording has; past it the search for secrets in an answer would take too long. */
const MOST_LEARNT = 1000;
/** No response of the API is nested deeper. */
const DEEPEST = 100;

/** A recording can't go on: a secret might be stored. */
export class UnmaskableError extends Error {
  override readonly name: string = 'UnmaskableError';
}

type Leaf = (text: string, name: string | undefined, secret: boolean) => string;

/** Makes an empty book. */
export function createMaskBook({ names, secrets }: MaskBookOptions): MaskBook {
  const personal = new Set(names);
  const masks = new Map<string, string>();
  const counts = new Map<string, number>();
  const learnt = new Set<string>();
  /** Every form of every secret, with its mask. */
  const forms: [form: string, mask: string][] = [];
  const news: string[] = [];

  function maskOf(name: string, value: string): string {
    const known = masks.get(value);
    if (known !== undefined) return known;
    const index = (counts.get(name) ?? 0) + 1;
    counts.set(name, index);
    const mask = maskText(name, index);
    masks.set(value, mask);
    return mask;
  }

  function learnText(value: string, name: string): void {
    if (value.length < LEAST_LEARNT || learnt.has(value)) return;
    if (learnt.size >= MOST_LEARNT) {
      throw new UnmaskableError(`more than ${MOST_LEARNT} secrets were seen; begin another recording`);
    }
    learnt.add(value);
    const mask = maskOf(name, value);
    for (const form of secretForms(value)) {
      forms.push([form, mask]);
      news.push(form);
    }
    forms.sort(([one], [other]) => other.length - one.length);
  }

  /** Copies a value; `leaf` decides about its texts. Numbers that are secret become 0: the type is worth keeping. */
  function walk(value: unknown, nameSecret: NameSecret, leaf: Leaf): unknown {
    const visit = (at: unknown, name: string | undefined, secret: boolean, depth: number): unknown => {
      if (typeof at === 'string') return leaf(at, name, secret);
      if (typeof at === 'number') return name === undefined ? at : 0;
      if (typeof at !== 'object' || at === null) return at;
      if (depth > DEEPEST) throw new UnmaskableError(`it is nested deeper than ${DEEPEST}`);
      if (Array.isArray(at)) return at.map((element: unknown) => visit(element, name, secret, depth + 1));
      const fields = Object.entries(at).map(([key, field]): [string, unknown] => {
        const own = depth === 0 ? nameSecret(key) : undefined;
        const found = own ?? (isRecordedSecret(key) ? key : undefined);
        const shown = leaf(key, undefined, false);
        if (found !== undefined) return [shown, visit(field, found, true, depth + 1)];
        return [shown, visit(field, personal.has(key) ? key : name, secret, depth + 1)];
      });
      return Object.fromEntries(fields);
    };
    return visit(value, undefined, false, 0);
  }

  function replaceKnown(text: string, known: typeof forms): string {
    let masked = text;
    for (const [form, mask] of known) masked = masked.replaceAll(form, mask);
    return masked;
  }

  for (const secret of secrets) learnText(secret, 'secret');
  return {
    learn(value, nameSecret) {
      walk(value, nameSecret, (text, name, secret) => {
        if (name !== undefined && secret) learnText(text, name);
        return text;
      });
    },
    mask(value, nameSecret) {
      const texts: string[] = [];
      walk(value, nameSecret, (text) => {
        texts.push(text);
        return text;
      });
      // Few of the forms are in any one value, so that only those are looked for in each of its texts.
      const whole = texts.join('\n');
      const present = forms.filter(([form]) => whole.includes(form));
      return walk(value, nameSecret, (text, name) => {
        if (name !== undefined) return text === '' ? '' : maskOf(name, text);
        return replaceKnown(redactText(text), present);
      });
    },
    takeNews: () => news.splice(0),
    maskAgain: (value) =>
      walk(
        value,
        () => undefined,
        (text) => replaceKnown(text, forms),
      ),
    maskText: (text) => replaceKnown(redactText(text), forms),
    leaks: (text) => forms.some(([form]) => text.includes(form)),
  };
}

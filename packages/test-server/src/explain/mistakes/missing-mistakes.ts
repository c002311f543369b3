import type { Signing } from '../signing.js';
import type { Mistake } from './mistake.js';

const OWNERS = new Set(['account', 'customer']);

function without(signing: Signing, left: string): Signing {
  return { ...signing, parameters: signing.parameters.filter(({ name }) => name !== left) };
}

function names(signing: Signing): readonly string[] {
  return [...new Set(signing.parameters.map(({ name }) => name))];
}

/** Mistakes of leaving something out, or putting something in. */
export const missingMistakes: readonly Mistake[] = [
  {
    name: 'missing-ampersand',
    says: 'The "&" between parameters and arguments is missing from the string to sign; it stands there even when there are no arguments.',
    apply: (signing) => [{ ...signing, join: '' }],
  },
  {
    name: 'arguments-left-out',
    says: 'The arguments (the request body) were left out of the string to sign; they follow the parameters after an "&".',
    apply: (signing) => [{ ...signing, arguments: [] }],
  },
  {
    name: 'account-left-out',
    says: 'The account (or customer) was left out of the string to sign; every parameter but the signature is signed.',
    apply: (signing) =>
      names(signing)
        .filter((name) => OWNERS.has(name))
        .map((name) => without(signing, name)),
  },
];

/** Less usual ones. */
export const otherMissingMistakes: readonly Mistake[] = [
  {
    name: 'parameter-left-out',
    says: 'A parameter was left out of the string to sign; every parameter but the signature is signed.',
    detail: (signed, right) => {
      const kept = new Set(names(signed));
      const left = names(right).filter((name) => !kept.has(name) && !OWNERS.has(name));
      return `Missing: ${left.join(', ')}.`;
    },
    apply: (signing) =>
      names(signing)
        .filter((name) => !OWNERS.has(name))
        .map((name) => without(signing, name)),
  },
  {
    name: 'signature-in-string',
    says: 'The string to sign holds an empty "signature="; sign first, then add the signature.',
    apply: (signing) => [
      { ...signing, parameters: [...signing.parameters, { raw: 'signature=', name: 'signature', value: '' }] },
    ],
  },
  {
    name: 'arguments-first',
    says: 'The arguments stand before the parameters in the string to sign; the parameters come first.',
    apply: (signing) => [{ ...signing, argumentsFirst: true }],
  },
];

import { InvalidArgumentError } from '@streamone/core';

/**
 * Checks the names of options: a misspelt one would be ignored in silence.
 *
 * @throws InvalidArgumentError naming the one that is not known.
 */
export function checkNames(given: object, known: ReadonlySet<string>, advice?: string): void {
  if (typeof given !== 'object' || given === null) {
    throw new InvalidArgumentError({ argument: 'options', expected: 'an object with options by name', given });
  }
  for (const name of Object.keys(given)) {
    if (known.has(name)) continue;
    throw new InvalidArgumentError({ expected: `options named ${[...known].join(', ')}`, given: name, advice });
  }
}

import { REDACTED, isSecretName } from '@streamone/core';
import type { PairWriter } from './pair-writer.js';
import type { SignedPair, Signing } from './signing.js';

type ListWriter = (list: readonly SignedPair[], write: PairWriter, separator: string) => string;

function written(list: readonly SignedPair[], write: PairWriter, separator: string): string {
  return list.map((pair) => (pair.shown === undefined ? write(pair) : pair.raw)).join(separator);
}

/** Whatever brackets a name has: one of a secret may stand before them or in them. */
function isSecret({ name, value }: SignedPair): boolean {
  return value !== '' && name.split(/[[\]]/).some(isSecretName);
}

function masked(list: readonly SignedPair[], write: PairWriter, separator: string): string {
  return list
    .map((pair) => {
      if (pair.shown !== undefined) return pair.shown();
      if (!isSecret(pair)) return write(pair);
      const bare = write({ raw: `${pair.raw.split('=', 1)[0] ?? ''}=`, name: pair.name, value: '' });
      return bare + REDACTED;
    })
    .join(separator);
}

function text(signing: Signing, write: ListWriter): string {
  const { method, host, path, mark, join, end, writeParameter, writeArgument, argumentsFirst } = signing;
  const { separator, whole } = signing;
  const parameters = write(signing.parameters, writeParameter, separator);
  const args = write(signing.arguments, writeArgument, separator);
  const [first, second] = argumentsFirst ? [args, parameters] : [parameters, args];
  const all = `${method}${host}${path}${mark}${first}${join}${second}${end}`;
  return whole === undefined ? all : whole(all);
}

/** The string that is signed so. */
export function signedText(signing: Signing): string {
  return text(signing, written);
}

/** Makes a {@link signedText} that writes each list once: most mistakes leave both as they are. */
export function createSignedText(): (signing: Signing) => string {
  const known = new WeakMap<readonly SignedPair[], Map<PairWriter, string>>();
  const remembered: ListWriter = (list, write, separator) => {
    // The other ones are rare.
    if (separator !== '&') return written(list, write, separator);
    let texts = known.get(list);
    if (texts === undefined) known.set(list, (texts = new Map<PairWriter, string>()));
    const before = texts.get(write);
    if (before !== undefined) return before;
    const made = written(list, write, separator);
    texts.set(write, made);
    return made;
  };
  return (signing) => text(signing, remembered);
}

/** The same for people: the values of secret arguments (a password's response, a token) masked, all else byte for byte. */
export function shownSignedText(signing: Signing): string {
  return text(signing, masked);
}

import { decodeComponent } from '../form/decode-component.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import type { Signing, SignedPair } from './signing.js';

function pairs(raw: string): SignedPair[] {
  return raw
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const sign = pair.indexOf('=');
      const [name, value] = sign === -1 ? [pair, ''] : [pair.slice(0, sign), pair.slice(sign + 1)];
      return { raw: pair, name: decodeComponent(name), value: decodeComponent(value) };
    });
}

/** The right way to sign a request that was received: the bytes as they came. */
export function readSigning(parts: SignedParts, key: string): Signing {
  return {
    path: parts.path,
    mark: '?',
    parameters: pairs(parts.parameters.raw).filter(({ name }) => name !== 'signature'),
    join: '&',
    arguments: pairs(parts.arguments.raw),
    write: ({ raw }) => raw,
    key,
    digest: (hex) => hex,
  };
}

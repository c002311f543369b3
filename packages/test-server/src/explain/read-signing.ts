import { bodyKind } from '../form/body-kind.js';
import { utf8ByteString } from '../form/byte-string.js';
import { decodeComponent } from '../form/decode-component.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import { asSent } from './pair-writer.js';
import { shownBody } from './shown-body.js';
import type { SignedPair, Signing, SigningKey } from './signing.js';

function pairs(raw: string): SignedPair[] {
  if (raw === '') return [];
  return raw.split('&').map((pair) => {
    const sign = pair.indexOf('=');
    const [name, value] = sign === -1 ? [pair, ''] : [pair.slice(0, sign), pair.slice(sign + 1)];
    return { raw: pair, name: decodeComponent(name), value: decodeComponent(value) };
  });
}

function readArguments(raw: string): SignedPair[] {
  if (bodyKind(raw) === 'form') return pairs(raw);
  return [{ raw, name: '', value: '', shown: () => utf8ByteString(shownBody(raw)) }];
}

/** The right way to sign a request that was received: the bytes as they came. */
export function readSigning(parts: SignedParts, key: SigningKey): Signing {
  return {
    method: '',
    host: '',
    path: parts.path,
    mark: '?',
    parameters: pairs(parts.parameters.raw).filter(({ name }) => name !== 'signature'),
    separator: '&',
    join: '&',
    arguments: readArguments(parts.arguments.raw),
    argumentsFirst: false,
    writeParameter: asSent,
    writeArgument: asSent,
    end: '',
    key: { psk: utf8ByteString(key.psk), session: utf8ByteString(key.session) },
    algorithm: 'hmac-sha1',
  };
}

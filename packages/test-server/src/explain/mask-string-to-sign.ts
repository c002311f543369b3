import { REDACTED, isSecretName } from '@streamone/core';
import { decodeComponent } from '../form/decode-component.js';

/** A string to sign with the values of secret arguments (a password's response, a token) masked, all else byte for byte. */
export function maskStringToSign(text: string): string {
  const mark = text.indexOf('?');
  const [path, forms] = [text.slice(0, mark + 1), text.slice(mark + 1)];
  const masked = forms.split('&').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return value.join('=') !== '' && isSecretName(decodeComponent(name)) ? `${name}=${REDACTED}` : pair;
  });
  return path + masked.join('&');
}

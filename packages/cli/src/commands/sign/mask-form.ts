import { REDACTED, isSecretName } from '@streamone/node';

function nameOf(pair: string): string {
  const [name = ''] = pair.split('=', 1);
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return name;
  }
}

/** A form with the values of secret arguments masked, as a password's hash; byte for byte what it was where there are none. */
export function maskForm(form: string): string {
  const pairs = form.split('&').map((pair) => {
    const name = nameOf(pair);
    return isSecretName(name) && !pair.endsWith('=') ? `${pair.split('=', 1)[0] ?? ''}=${REDACTED}` : pair;
  });
  return pairs.join('&');
}

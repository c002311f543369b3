import { redactText } from '@streamone/core';
import type { StateSecrets } from '../state/state-secrets.js';
import { type RequestText, requestSecrets } from './request-secrets.js';
import { type SecretIndex, createSecretIndex } from './secret-index.js';

/** Masks the secrets in what tells of a request. */
export interface Mask {
  /** Of a text. */
  text(text: string): string;
  /** Of a string to sign, in which the pairs with the name of a secret are masked already. */
  signed(text: string): string;
}

/** Makes the mask for one request. It costs something, so it is made when somebody looks. */
export type Redaction = (request: RequestText) => Mask;

/** Past so many secrets the index begins anew with those that are still known. */
const MOST_INDEXED = 50_000;

/**
 * Makes the one place where secrets are masked in whatever is shown of requests: in the journal and so
 * in the inspector and on the console, and in answers that explain. Masked are all secrets that are or
 * were in the state, what the request itself carries under the name of a secret, and what has such a
 * name within a text.
 *
 * @param more further secrets, as the password that the server tells at its start
 */
export function createRedaction(secrets: StateSecrets, more: readonly string[] = []): Redaction {
  let index = createSecretIndex();
  let version: number | undefined;
  const known = (): SecretIndex => {
    if (version === secrets.version) return index;
    if (index.size > MOST_INDEXED) index = createSecretIndex();
    for (const secret of more) index.add(secret);
    for (const secret of secrets) index.add(secret);
    ({ version } = secrets);
    return index;
  };
  return (request) => {
    const own = createSecretIndex();
    for (const secret of requestSecrets(request)) own.add(secret);
    const signed = (text: string): string => own.mask(known().mask(text));
    return { signed, text: (text) => redactText(signed(text)) };
  };
}

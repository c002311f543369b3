// One list for fields and for texts, so that neither knows a name that the other lacks.
const ENDINGS = 'password|passwd|psk|secret|signature|token|v2hash';
const WORDS = 'authorization|challenge|cookie|set-cookie|key|session[_-]?key|api[_-]?key|private[_-]?key|response';

const NAME = new RegExp(`^(?:.*(?:${ENDINGS})|${WORDS})$`, 'i');

/** Whether a field or argument of this name holds a secret: a key, a password, a signature, a token for uploads. */
export function isSecretName(name: string): boolean {
  return NAME.test(name);
}

/** The same names within a text. What may stand before an ending is bounded, so that no text is slow to search. */
export const SECRET_NAME_IN_TEXT = `\\b(?:[\\w-]{0,24}?(?:${ENDINGS})|${WORDS})`;

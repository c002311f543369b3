// One list for fields and for texts, so that neither knows a name that the other lacks.
const ENDINGS = 'password|passwd|passwordhash|passphrase|pwd|psk|secret|signature|token|v2hash|hmac|jwt|bearer';
/** What makes a secret of a key: there are others, as of metadata. */
const KEYS = '(?:pre[ _-]?)?shared|session|api|private|secret|access|user|app|application|auth|signing|encryption';
const WORDS = `authorization|challenge|cookie|set-cookie|key|(?:${KEYS})[ _-]?key|response`;

const NAME = new RegExp(`^(?:.*(?:${ENDINGS})|${WORDS})$`, 'i');

/** Whether a field or argument of this name holds a secret: a key, a password, a signature, a token for uploads. */
export function isSecretName(name: string): boolean {
  return NAME.test(name);
}

/** The same names within a text. What may stand before an ending is bounded, so that no text is slow to search. */
export const SECRET_NAME_IN_TEXT = `\\b(?:[\\w-]{0,24}?(?:${ENDINGS})|${WORDS})`;

/** What stands in the place of a secret. */
export const REDACTED = '[redacted]';

const SECRET_NAMES = new Set([
  'authorization',
  'challenge',
  'cookie',
  'key',
  'password',
  'psk',
  'response',
  'secret',
  'sessionkey',
  'set-cookie',
  'signature',
  'token',
  'uploadtoken',
  'v2hash',
]);

const DEEPEST = 12;

const IN_JSON =
  /("(?:challenge|key|password|psk|response|secret|sessionkey|signature|token|uploadtoken|v2hash)"\s*:\s*")(?:[^"\\]|\\.)*("?)/gi;
const IN_FORM =
  /\b((?:challenge|key|password|psk|response|secret|sessionkey|signature|token|uploadtoken|v2hash)=)[^&\s"'<>]+/gi;

/** Whether a field or argument of this name holds a secret: a key, a password, a signature, a token for uploads. */
export function isSecretName(name: string): boolean {
  return SECRET_NAMES.has(name.toLowerCase());
}

/**
 * A copy of a value in which no field with the name of a secret is left readable. Lists and objects
 * are copied to a depth of 12; what lies deeper is left out.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= DEEPEST) return '[deeper]';
  if (Array.isArray(value)) return value.map((element) => redact(element, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    const hide = isSecretName(name) && field !== null && field !== undefined && field !== '';
    copy[name] = hide ? REDACTED : redact(field, depth + 1);
  }
  return copy;
}

/**
 * A text in which secrets are masked: those given verbatim, and whatever a JSON field or a form
 * parameter with the name of a secret holds.
 */
export function redactText(text: string, secrets: readonly string[] = []): string {
  let masked = text;
  for (const secret of secrets) {
    if (secret !== '') masked = masked.replaceAll(secret, REDACTED);
  }
  return masked.replace(IN_JSON, `$1${REDACTED}$2`).replace(IN_FORM, `$1${REDACTED}`);
}

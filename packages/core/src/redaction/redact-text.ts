import { SECRET_NAME_IN_TEXT } from './secret-names.js';

/** What stands in the place of a secret. */
export const REDACTED = '[redacted]';

/** `"psk": "…"`, `psk: '…'` and, for JSON within JSON, `\"psk\":\"…\"`; also one that was cut off. */
const QUOTED = new RegExp(
  `(${SECRET_NAME_IN_TEXT}\\\\{0,8}["']?\\s{0,8}:\\s{0,8})(\\\\{0,8}["'\`])(?:\\\\{3}.|(?!\\2)(?:[^\\\\]|\\\\.))*(\\2|\\\\?$)`,
  'gis',
);
/** `"psk": 12345` and `"psk": ["…", "…"]` */
const UNQUOTED = new RegExp(
  `(${SECRET_NAME_IN_TEXT}\\\\{0,8}["']\\s{0,8}:\\s{0,8})(?:-?\\d[\\d.e+-]*|\\[[^\\]]*\\]?)`,
  'gi',
);
/** `psk=…`, also where the address that holds it is itself encoded */
const FORM = new RegExp(
  `(${SECRET_NAME_IN_TEXT}(?:=|%3D))(?:(?<==)[^&\\s"'<>\\\\]+|(?<=%3D)(?:(?!%26)[^&\\s"'<>\\\\])+)`,
  'gi',
);
/** `Authorization: Bearer …` and cookies, as headers are written */
const HEADER = /\b((?:authorization|set-cookie|cookie): ?)[^\r\n"']+/gi;

/**
 * A text in which secrets are masked: those given verbatim, and whatever a JSON field, a form
 * parameter or a header with the name of a secret holds.
 *
 * @param secrets texts that the caller knows to be secret
 */
export function redactText(text: string, secrets: readonly string[] = []): string {
  let masked = text;
  for (const secret of secrets) {
    if (secret !== '') masked = masked.replaceAll(secret, REDACTED);
  }
  return masked
    .replace(QUOTED, `$1$2${REDACTED}$3`)
    .replace(UNQUOTED, `$1"${REDACTED}"`)
    .replace(FORM, `$1${REDACTED}`)
    .replace(HEADER, `$1${REDACTED}`);
}

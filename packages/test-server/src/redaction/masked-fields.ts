import { REDACTED, isSecretName } from '@streamone/core';
import type { Mask } from './redaction.js';

function masked(name: string, value: unknown, mask: Mask): unknown {
  if (isSecretName(name) && value !== '' && value !== null) return REDACTED;
  if (typeof value === 'string') return mask.text(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element: unknown) => masked('', element, mask));
  return maskedFields(value, mask);
}

/** Fields that came with a request: the values of those with the name of a secret masked, and all other texts, names too. */
export function maskedFields(fields: object, mask: Mask): Readonly<Record<string, unknown>> {
  const entries = Object.entries<unknown>({ ...fields });
  return Object.fromEntries(entries.map(([name, value]) => [mask.text(name), masked(name, value, mask)]));
}

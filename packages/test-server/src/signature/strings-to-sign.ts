import { cutPair } from '../form/cut-pair.js';
import type { Form } from '../form/read-form.js';
import { writeForm } from '../form/write-form.js';

/** What a signature is over: the path and both forms. */
export interface SignedParts {
  /** `/api/command/action`, without the prefix of a base URL. */
  readonly path: string;
  /** The parameters, with the signature. */
  readonly parameters: Form;
  /** The arguments. */
  readonly arguments: Form;
}

/** The string to sign over the bytes as received, the signature cut out. Source: protocol, documented. */
export function rawStringToSign(parts: SignedParts): string {
  return `${parts.path}?${cutPair(parts.parameters.raw, 'signature')}&${parts.arguments.raw}`;
}

/**
 * Every string to sign that the platform may reckon with, the likeliest first: parameters and
 * arguments as received, or as PHP writes them again after decoding. That a platform which serves
 * the existing SDKs accepts both is inferred (the Swift SDK signs `+` and sends `%20`).
 */
export function* stringsToSign(parts: SignedParts): Generator<string, undefined> {
  const raw = rawStringToSign(parts);
  yield raw;
  const seen = new Set([raw]);
  const query = [cutPair(parts.parameters.raw, 'signature'), writeForm(parts.parameters.variables, 'signature')];
  const body = [parts.arguments.raw, writeForm(parts.arguments.variables)];
  for (const parameters of query) {
    for (const args of body) {
      const text = `${parts.path}?${parameters}&${args}`;
      if (!seen.has(text)) yield text;
      seen.add(text);
    }
  }
}

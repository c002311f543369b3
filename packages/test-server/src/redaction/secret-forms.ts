import { utf8ByteString } from '../form/byte-string.js';
import { escapeComponent } from '../form/write-form.js';

/** Base64 of what has the value somewhere in it: the part that the value alone decides, for each of three alignments. */
function base64Forms(bytes: string): string[] {
  return [0, 1, 2].map((before) => {
    const whole = btoa('\0'.repeat(before) + bytes);
    return whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
}

/** Escaped once, as JSON and JavaScript write a text. */
function jsonForm(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Escaped for HTML, as the languages write a quote. */
function htmlForms(text: string): string[] {
  const basic = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const quoted = basic.replaceAll('"', '&quot;');
  return [basic, ...["'", '&#39;', '&#039;', '&#x27;', '&apos;'].map((quote) => quoted.replaceAll("'", quote))];
}

/**
 * The forms in which a secret may turn up in a text: as it is, in upper and lower case, escaped for JSON or HTML, encoded for a form
 * or a URL (both cases, also an encoded URL's), in hex, in Base64 and in Base64 for URLs. Longest first.
 */
export function secretForms(value: string): string[] {
  const bytes = utf8ByteString(value);
  const form = escapeComponent(bytes);
  // Half of a surrogate pair has no encoding.
  const url = encodeURIComponent(value.replaceAll(/\p{Cs}/gu, '\uFFFD'));
  const encoded = [form, url].flatMap((text) => [text, text.replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())]);
  const twice = encoded.map((text) => text.replaceAll('%', '%25'));
  const hex = bytes.replace(/[^]/g, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'));
  const base64 = base64Forms(bytes);
  const base64Url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const slashed = jsonForm(value).replaceAll('/', String.raw`\/`);
  const all = new Set([
    value,
    value.toUpperCase(),
    value.toLowerCase(),
    ...htmlForms(value),
    jsonForm(value),
    slashed,
    ...encoded,
    ...twice,
    hex,
    hex.toUpperCase(),
    ...base64,
    ...base64Url,
  ]);
  return [...all].sort((one, other) => other.length - one.length);
}

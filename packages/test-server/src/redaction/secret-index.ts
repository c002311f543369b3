import { REDACTED } from '@streamone/core';
import { secretForms } from './secret-forms.js';

/** Finds known secrets in texts. */
export interface SecretIndex {
  /** How many secrets are known. */
  readonly size: number;
  /** Takes note of one. What is shorter than 6 characters is passed over: it would be found by chance. */
  add(secret: string): void;
  /** The text with each of them masked, in whatever form and case. */
  mask(text: string): string;
}

/** A form is looked for by its beginning. */
const HEAD = 6;

/** So much of the beginning of one is masked as well: texts are cut where they are long. */
const PART = 16;

const BUCKETS = 16_384;

function bucket(a: number, b: number, c: number, d: number): number {
  return (a * 7919 + b * 1303 + c * 131 + d) & (BUCKETS - 1);
}

/** In lower case, as long as it was: some letters have a longer form. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function commonLength(text: string, at: number, form: string): number {
  let length = 0;
  while (length < form.length && text.charCodeAt(at + length) === form.charCodeAt(length)) length++;
  return length;
}

/** Makes an empty index. A text is gone through once, however many secrets there are. */
export function createSecretIndex(): SecretIndex {
  const known = new Set<string>();
  const byHead = new Map<string, Set<string>>();
  // Tells of most places of a text at once that nothing begins there.
  const begins = new Uint8Array(BUCKETS);
  const addForm = (form: string): void => {
    const head = form.slice(0, HEAD);
    begins[bucket(form.charCodeAt(0), form.charCodeAt(1), form.charCodeAt(2), form.charCodeAt(3))] = 1;
    const others = byHead.get(head);
    if (others === undefined) byHead.set(head, new Set([form]));
    else others.add(form);
  };
  const lengthAt = (text: string, at: number): number => {
    let longest = 0;
    for (const form of byHead.get(text.slice(at, at + HEAD)) ?? []) {
      const length = commonLength(text, at, form);
      if (length > longest && (length === form.length || length >= PART)) longest = length;
    }
    return longest;
  };
  return {
    get size() {
      return known.size;
    },
    add(secret) {
      if (secret.length < HEAD || known.has(secret)) return;
      known.add(secret);
      for (const form of secretForms(secret)) if (form.length >= HEAD) addForm(lowered(form));
    },
    mask(text) {
      if (known.size === 0 || text.length < HEAD) return text;
      const lower = lowered(text);
      let masked = '';
      let from = 0;
      let [a, b, c] = [lower.charCodeAt(0), lower.charCodeAt(1), lower.charCodeAt(2)];
      for (let at = 0; at + HEAD <= lower.length; at++) {
        const d = lower.charCodeAt(at + 3);
        const length = at >= from && begins[bucket(a, b, c, d)] === 1 ? lengthAt(lower, at) : 0;
        if (length > 0) {
          masked += text.slice(from, at) + REDACTED;
          from = at + length;
        }
        [a, b, c] = [b, c, d];
      }
      return masked + text.slice(from);
    },
  };
}

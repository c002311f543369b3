import { redactText } from '@streamone/core';

const DEEPEST = 5;

interface Coded {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** An error and its causes, as far as they are told. */
export function causesOf(error: unknown): (Error & Coded)[] {
  const found: (Error & Coded)[] = [];
  let next: unknown = error;
  while (next instanceof Error && found.length < DEEPEST) {
    const current: Error & Coded = next;
    found.push(current);
    // Happy eyeballs fails with one error for each address; the first stands for all.
    next = current.cause ?? (Array.isArray(current.errors) ? (current.errors as unknown[])[0] : undefined);
  }
  return found;
}

/** The runtime's code of a failure, as `ECONNREFUSED`, wherever in its causes it stands. */
export function failureCode(error: unknown): string | undefined {
  const coded = causesOf(error).find(({ code }) => typeof code === 'string');
  return coded === undefined ? undefined : String(coded.code);
}

/** What a runtime says of a failure, its causes included. `fetch failed` and the like say nothing. */
export function failureReason(error: Error): string {
  // OpenSSL's own account goes on for lines, with the places in its sources.
  const said = causesOf(error).map(({ message }) =>
    (message.split('\n', 1)[0] ?? '').replace(/:[^:\s]*\.c:\d+.*$/, ''),
  );
  const telling = said.filter((message) => message !== '' && message !== 'fetch failed' && message !== 'terminated');
  return telling.join(': ') || said.find((message) => message !== '') || error.name;
}

/**
 * A copy of a runtime's error that is safe to show: its name, code, message and stack with secrets
 * masked, and none of its other properties, which may hold the signed address.
 *
 * @param secrets texts that must not be shown
 */
export function maskedCause(error: unknown, secrets: readonly string[]): Error {
  const mask = (text: string): string => redactText(text, secrets);
  let masked: Error | undefined;
  for (const each of causesOf(error).toReversed()) {
    const message = mask(each.message);
    const copy: Error & { code?: string } = new Error(message, masked === undefined ? undefined : { cause: masked });
    Object.defineProperty(copy, 'name', { value: mask(each.name) });
    copy.stack = mask(each.stack ?? `${each.name}: ${message}`);
    if (typeof each.code === 'string') copy.code = mask(each.code);
    masked = copy;
  }
  return masked ?? new Error(mask(String(error)));
}

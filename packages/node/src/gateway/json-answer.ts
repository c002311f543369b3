import { randomUUID } from 'node:crypto';

/** What an answer has beside its body. */
export interface AnswerDetails {
  readonly status?: number | undefined;
  readonly cookies?: readonly string[] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Headers of every answer: nothing of it is kept, guessed at, shown in a frame or read by another origin. */
export const GUARDS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The number of a request, for the log and for who asks for help. */
export function newRequestId(): string {
  return randomUUID();
}

/** An answer in JSON. */
export function jsonAnswer(body: unknown, { status = 200, cookies = [], headers = {} }: AnswerDetails = {}): Response {
  const all = new Headers({ ...GUARDS, 'content-type': 'application/json; charset=utf-8', ...headers });
  for (const cookie of cookies) all.append('set-cookie', cookie);
  return new Response(JSON.stringify(body), { status, headers: all });
}

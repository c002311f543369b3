import type { Answer } from '../answer/answer.js';
import { targetOf } from './target-of.js';
import { type WebAnswer, isUploadTarget } from './web-answer.js';

/** What lets a page of any origin read an answer, its headers included. */
export const WEB_CORS: readonly (readonly [name: string, value: string])[] = [
  ['access-control-allow-origin', '*'],
  ['access-control-expose-headers', '*'],
];

/** For how long a browser may remember the answer to its question, in seconds. */
const REMEMBERED = '600';

/** Answers the question that a browser asks before a request of another origin. */
export function preflight(methods: string): Response {
  const headers = {
    'access-control-allow-methods': methods,
    'access-control-allow-headers': '*',
    'access-control-max-age': REMEMBERED,
  };
  return new Response(null, { status: 204, headers: { ...Object.fromEntries(WEB_CORS), ...headers } });
}

/** Lets pages of every origin use the API: answers preflights, and allows every answer. */
export function answerWithCors(answer: Answer): Answer {
  const allow = Object.fromEntries(WEB_CORS);
  const asked = {
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': '*',
    'access-control-max-age': REMEMBERED,
  };
  return (request) => {
    if (request.method === 'OPTIONS') return { status: 204, headers: { ...allow, ...asked }, body: '' };
    const response = answer(request);
    return { ...response, headers: { ...allow, ...response.headers } };
  };
}

/** The same for uploads. Control stays closed to pages of other origins. */
export function webWithCors(answer: WebAnswer): WebAnswer {
  return async (request) => {
    if (!isUploadTarget(targetOf(request))) return answer(request);
    if (request.method === 'OPTIONS') return preflight('POST, OPTIONS');
    const response = await answer(request);
    for (const [name, value] of WEB_CORS) response.headers.set(name, value);
    return response;
  };
}

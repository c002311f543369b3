import type { WebAnswer } from '../../web/web-answer.js';

function text(status: number, words: string): Response {
  return new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

/** Answers what is beside the API: only its health, since nothing else is recorded. */
export const replayWeb: WebAnswer = async ({ url, body }) => {
  const { pathname } = new URL(url);
  if (pathname === '/__streamone/health') return Response.json({ status: 'ok' });
  await body?.cancel();
  if (pathname === '/upload') return text(501, 'Uploads are not recorded, so that none can be replayed.');
  return text(404, 'Not found: only calls of the API are recorded.');
};

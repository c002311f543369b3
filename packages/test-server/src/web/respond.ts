import { control } from '../control/control.js';
import type { WebContext, WebRoute } from './web-route.js';

/** Everything that is answered beside the API; the first that takes a path answers. */
const routes: readonly WebRoute[] = [control];

function text(status: number, words: string): Response {
  return new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

/** Answers a request beside the API; never rejects. */
export async function respond(request: Request, context: WebContext): Promise<Response> {
  const { pathname } = new URL(request.url);
  const route = routes.find(({ takes }) => takes(pathname));
  if (route === undefined) return text(404, 'Not found.');
  try {
    return await route.respond(request, context);
  } catch (error) {
    return text(
      500,
      `The test server itself failed: ${error instanceof Error ? error.message : 'no error was thrown'}`,
    );
  }
}

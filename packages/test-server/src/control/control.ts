import type { WebRoute } from '../web/web-route.js';

/** Control over HTTP, under `/__streamone/`. */
export const control: WebRoute = {
  takes: (path) => path === '/__streamone' || path.startsWith('/__streamone/'),
  respond: (request) =>
    new URL(request.url).pathname === '/__streamone/health'
      ? Response.json({ status: 'ok' })
      : new Response('Not found.\n', { status: 404 }),
};

import type { WebContext, WebRoute } from '../web/web-route.js';
import { checkCaller } from './check-caller.js';
import { clockPaths } from './clock-paths.js';
import { ControlError } from './control-error.js';
import type { ControlPaths } from './control-path.js';
import { errorAnswer } from './error-answer.js';
import { faultPaths } from './fault-paths.js';
import { findPath } from './find-path.js';
import { healthPaths } from './health-paths.js';
import { journalPaths } from './journal-paths.js';
import { readBody } from './read-body.js';
import { snapshotPaths } from './snapshot-paths.js';
import { statePaths } from './state-paths.js';
import { inspectorPaths } from '../inspector/inspector-paths.js';

const ROOT = '/__streamone';

const paths: ControlPaths = {
  ...inspectorPaths,
  ...healthPaths,
  ...journalPaths,
  ...faultPaths,
  ...clockPaths,
  ...snapshotPaths,
  ...statePaths,
};

const OFF =
  'Control over HTTP is off, as it is by default where others than this machine reach the server. ' +
  'Turn it on with the option admin: true (--admin); whoever reaches the server can then change all of it.\n';

async function act(request: Request, context: WebContext): Promise<Response> {
  const { pathname, searchParams: query } = new URL(request.url);
  // The page's addresses are relative to it, so that it works behind a proxy.
  if (pathname === ROOT && request.method === 'GET') {
    return new Response(null, { status: 308, headers: { location: `${ROOT.slice(1)}/` } });
  }
  const { methods, parts } = findPath(pathname.slice(ROOT.length + 1), paths);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const handler = method === 'GET' || method === 'POST' || method === 'DELETE' ? methods[method] : undefined;
  if (handler === undefined) {
    const allow = (['GET', 'POST', 'DELETE'] as const).filter((name) => methods[name] !== undefined).join(', ');
    throw new ControlError(405, `${pathname} takes ${allow}.`, { allow });
  }
  if (query.size > 0 && !(method === 'GET' && methods.query)) {
    throw new ControlError(
      400,
      `${method} ${pathname} takes no query, and "${[...query.keys()].join('", "')}" is given.`,
    );
  }
  const body = method === 'GET' ? undefined : await readBody(request);
  return handler({ query, parts, body, context });
}

/** What a browser asks before it sends JSON for a page of another origin. */
function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST, DELETE',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '600',
    },
  });
}

async function answer(request: Request, context: WebContext): Promise<Response> {
  try {
    checkCaller(request, context.place.url);
  } catch (error) {
    return errorAnswer(error);
  }
  const origin = request.headers.get('origin');
  const response = request.method === 'OPTIONS' ? preflight() : await act(request, context).catch(errorAnswer);
  if (origin !== null) response.headers.set('access-control-allow-origin', origin);
  response.headers.append('vary', 'origin');
  response.headers.set('cache-control', 'no-store');
  response.headers.set('x-content-type-options', 'nosniff');
  return response;
}

/** Control over HTTP, under `/__streamone/`: JSON in and out. For this machine's programs and pages alone. */
export const control: WebRoute = {
  takes: (path) => path === ROOT || path.startsWith(`${ROOT}/`),
  respond(request, context) {
    if (context.admin) return answer(request, context);
    return new Response(OFF, { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  },
};

import { beginLogin } from './begin-login.js';
import { callAction } from './call-action.js';
import { completeLogin } from './complete-login.js';
import type { BodyType } from './check-request.js';
import { GatewayRefusal } from './gateway-refusal.js';
import { logOut } from './log-out.js';
import { tellSession } from './tell-session.js';
import { relayUpload } from './uploads/relay-upload.js';
import { uploadReturn } from './uploads/upload-return.js';
import type { Visit } from './visit.js';

/** One route of a gateway. */
export interface Route {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** What it takes; `undefined` for a page that a browser goes to by itself, and which does nothing. */
  readonly body: BodyType | undefined;
  readonly answer: (visit: Visit) => Promise<Response>;
}

const post = (name: string, answer: Route['answer'], body: BodyType = 'json'): Route => ({
  name,
  method: 'POST',
  body,
  answer,
});

const ROUTES: ReadonlyMap<string, Route> = new Map(
  [
    post('login/initialize', beginLogin),
    post('login', completeLogin),
    post('logout', logOut),
    post('session', tellSession),
    post('upload', relayUpload, 'multipart'),
  ].map((route) => [route.name, route]),
);

const RETURN: Route = { name: 'upload-return', method: 'GET', body: undefined, answer: uploadReturn };

function routeAt(path: string): Route | undefined {
  const [, called] = /^api\/([a-z][a-z0-9]*\/[a-z][a-z0-9]*)$/.exec(path) ?? [];
  if (called !== undefined) return post('api', (visit) => callAction(visit, called));
  return /^upload-return(?:\/[\w-]{1,64})?$/.test(path) ? RETURN : ROUTES.get(path);
}

/** The route of a request. @throws GatewayRefusal where there is none, or it takes another method */
export function findRoute(request: Request, { pathname }: URL, basePath: string): Route {
  const route = pathname.startsWith(`${basePath}/`) ? routeAt(pathname.slice(basePath.length + 1)) : undefined;
  if (route === undefined) throw new GatewayRefusal('not-found', { message: 'The gateway has no such route.' });
  if (request.method === route.method) return route;
  const { method: allow } = route;
  throw new GatewayRefusal('bad-method', { message: `The route takes ${allow} alone.`, more: { allow } });
}

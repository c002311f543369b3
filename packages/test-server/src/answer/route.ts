/** What a path leads to. */
export interface Route {
  readonly command: string;
  readonly action: string;
  /** The path that is signed: `/api/command/action`. */
  readonly path: string;
}

const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i;
const PATH = /(?:^|\/)api\/+([^/]+)\/+([^/]+)$/;

/**
 * Finds command and action in the path of a request. The prefix of a base URL may stand before
 * `/api`, and slashes may be doubled (a base URL with a slash at its end makes them); neither is
 * signed. Source: protocol, observed (prefix); that the platform takes doubled slashes is inferred.
 */
export function route(path: string): Route | undefined {
  const found = PATH.exec(path.startsWith('/') ? path : path.replace(ORIGIN, ''));
  if (found === null) return undefined;
  const [, command = '', action = ''] = found;
  return { command, action, path: `/api/${command}/${action}` };
}

/** Where in the page somebody is: the view, and what is chosen in it. */
export interface Route {
  readonly view: string;
  readonly parts: readonly string[];
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Reads a route of the address' hash, as `#/requests/12`. */
export function readRoute(hash: string): Route {
  const [view = '', ...parts] = hash.replace(/^#\/?/, '').split('/').map(decode);
  return { view: view === '' ? 'requests' : view, parts: parts.filter((part) => part !== '') };
}

/** Writes a route, for a link. */
export function routeHash(view: string, ...parts: readonly (string | number)[]): string {
  return `#/${[view, ...parts].map((part) => encodeURIComponent(part)).join('/')}`;
}

/** Goes to a route without leaving a step behind in the browser's history, as when walking through a list. */
export function replaceRoute(hash: string): void {
  history.replaceState(null, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

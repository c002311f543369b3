const received = new WeakMap<Request, string>();

/** Keeps the target of a request as it was received: a `Request` only knows it with its address tidied up. */
export function rememberTarget(request: Request, target: string): Request {
  received.set(request, target);
  return request;
}

/** The target of a request: path and query, as received where that is known. */
export function targetOf(request: Request): string {
  const { url } = request;
  return received.get(request) ?? url.slice(new URL(url).origin.length).split('#', 1)[0] ?? '/';
}

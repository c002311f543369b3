/** A path that a router can read: one that is written wrongly, as `/items/%zz`, leads nowhere instead of breaking it. */
export function readablePath(path: string): string {
  try {
    // The result is used: a bundler takes a call out whose result is not.
    return decodeURIComponent(path) === '' ? '/' : path;
  } catch {
    return '/not-found';
  }
}

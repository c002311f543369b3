import { ControlError } from './control-error.js';
import type { ControlMethods, ControlPaths } from './control-path.js';

/** What a path leads to. */
export interface FoundPath {
  readonly methods: ControlMethods;
  /** What stands in the place of each `*`. */
  readonly parts: readonly string[];
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ControlError(400, `The path holds "${part}", which is not percent-encoded UTF-8.`);
  }
}

/**
 * Finds a path; one slash at its end does not count.
 *
 * @param path what stands behind `/__streamone/`
 * @throws ControlError with 404, naming what there is.
 */
export function findPath(path: string, paths: ControlPaths): FoundPath {
  const given = path.replace(/\/$/, '').split('/');
  for (const [pattern, methods] of Object.entries(paths)) {
    const wanted = pattern.split('/');
    if (wanted.length !== given.length || !wanted.every((part, at) => part === '*' || part === given[at])) continue;
    return { methods, parts: given.filter((_, at) => wanted[at] === '*').map(decode) };
  }
  const names = [...new Set(Object.keys(paths).map((pattern) => pattern.split('/', 1)[0]))].filter(
    (name) => name !== '',
  );
  throw new ControlError(404, `There is no "${path}" under /__streamone/. There is: ${names.join(', ')}.`);
}

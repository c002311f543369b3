import type { Manifest } from '../check/pack-packages.ts';

/**
 * Puts packages into the order in which they are published: each after those that it needs, so that at no moment
 * somebody gets a package whose dependencies are not there. Otherwise by name.
 *
 * @throws Error where packages need each other
 */
export function publishOrder<T extends { readonly manifest: Pick<Manifest, 'name' | 'dependencies'> }>(
  packages: readonly T[],
): readonly T[] {
  let left = packages.toSorted((a, b) => a.manifest.name.localeCompare(b.manifest.name));
  const ordered: T[] = [];
  while (left.length > 0) {
    const names = new Set(left.map(({ manifest }) => manifest.name));
    const next = left.find(({ manifest }) => !Object.keys(manifest.dependencies ?? {}).some((name) => names.has(name)));
    if (next === undefined) throw new Error(`these packages need each other: ${[...names].join(', ')}`);
    ordered.push(next);
    left = left.filter((one) => one !== next);
  }
  return ordered;
}

import { spawnSync } from 'node:child_process';
import { publicPackages } from '../check/pack-packages.ts';
import { pendingChangesets } from './pending-changesets.ts';
import { releasedVersion } from './released-version.ts';

/**
 * Whether a commit is a version that was not released yet: one with a number that has no tag. A commit with changesets
 * has more in it than its number says, so it is never what is released; a release that failed is run again where it began.
 *
 * @param root the checkout, with all its tags
 * @throws Error where the packages have different versions
 */
export function isUnreleased(root: string): boolean {
  const packages = publicPackages(root).map(({ manifest }) => manifest);
  const version = releasedVersion(packages);
  if (version === '0.0.0') return false;
  if (pendingChangesets(root).length > 0) return false;
  const tags = packages.map(({ name }) => `refs/tags/${name}@${version}`);
  const isThere = (tag: string): boolean =>
    spawnSync('git', ['rev-parse', '--quiet', '--verify', tag], { cwd: root }).status === 0;
  return !tags.every(isThere);
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The changesets of a checkout that no version has taken up yet. */
export function pendingChangesets(root: string): readonly string[] {
  return readdirSync(join(root, '.changeset')).filter((name) => /^(?!README).*\.md$/i.test(name));
}

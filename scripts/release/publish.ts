// `npm run release:publish FOLDER`: publishes the tarballs of a folder that the registry lacks, each after those that it
// needs. RELEASE_REGISTRY names the registry; without it, it is the one on loopback of `publishConfig`. It uses Node and
// npm alone, so that where it may publish nothing else runs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packedReleases } from './packed-releases.ts';
import { publishOrder } from './publish-order.ts';
import { publishPackage } from './publish-package.ts';
import { checkRegistry } from './registry-guard.ts';
import { releasedVersion } from './released-version.ts';

const registry = process.env['RELEASE_REGISTRY'] || 'http://127.0.0.1:4873/';
// Before anything else: such a registry is not even asked what it has.
checkRegistry(registry, process.env);

const [given] = process.argv.slice(2);
if (given === undefined) throw new Error('say which folder the tarballs are in: `npm run release:pack` makes it');
const releases = await packedReleases(resolve(given));
const version = releasedVersion(releases.map(({ manifest }) => manifest));
// npm runs where no `.npmrc` of a project has a say.
const cwd = mkdtempSync(join(tmpdir(), 'streamone-release-'));
try {
  for (const release of publishOrder(releases)) {
    const isNew = await publishPackage(release, { registry, cwd, env: process.env });
    console.log(`${isNew ? 'published' : 'already there'}: ${release.manifest.name}@${version}`);
  }
} finally {
  rmSync(cwd, { recursive: true, force: true });
}

// `npm run release:publish`: packs the built packages and publishes those that the registry lacks, each after those
// that it needs. RELEASE_REGISTRY names the registry; without it, it is the one on loopback of `publishConfig`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackages, publicPackages } from '../check/pack-packages.ts';
import { nameRepository } from './name-repository.ts';
import { publishOrder } from './publish-order.ts';
import { publishPackage } from './publish-package.ts';
import { checkRegistry } from './registry-guard.ts';
import { releasedVersion } from './released-version.ts';

const registry = process.env['RELEASE_REGISTRY'] || 'http://127.0.0.1:4873/';
// Before anything else: such a registry is not even asked what it has.
checkRegistry(registry, process.env);

const packages = publicPackages();
const version = releasedVersion(packages.map(({ manifest }) => manifest));
if (version === '0.0.0') throw new Error('the packages have no version yet: changesets are what gives them one');

const folder = mkdtempSync(join(tmpdir(), 'streamone-release-'));
try {
  nameRepository(packages, process.env);
  for (const release of publishOrder(await packPackages(folder))) {
    const isNew = await publishPackage(release, { registry, cwd: folder, env: process.env });
    console.log(`${isNew ? 'published' : 'already there'}: ${release.manifest.name}@${version}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

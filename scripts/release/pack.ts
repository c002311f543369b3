// `npm run release:pack FOLDER`: packs the built packages into a folder, as they are to be published. It needs no right
// but to read, and what publishes needs nothing but its tarballs.
import { mkdirSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { packPackages, publicPackages } from '../check/pack-packages.ts';
import { nameRepository } from './name-repository.ts';
import { releasedVersion } from './released-version.ts';

const [given] = process.argv.slice(2);
if (given === undefined) throw new Error('say into which folder to pack, as `release`');
const folder = resolve(given);
mkdirSync(folder, { recursive: true });
if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty: all that is in it would be published`);

const packages = publicPackages();
const version = releasedVersion(packages.map(({ manifest }) => manifest));
if (version === '0.0.0') throw new Error('the packages have no version yet: changesets are what gives them one');
nameRepository(packages, process.env);
for (const { manifest, files } of await packPackages(folder)) {
  console.log(`packed ${manifest.name}@${version}, ${files.length} files`);
}

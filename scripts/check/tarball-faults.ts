import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { NOTICES, readLicences } from '../build/licence-list.ts';
import type { PackedPackage } from './pack-packages.ts';

const run = promisify(execFile);

/** What has no business in a package. */
const STRAY = /\.test\.|\.tsbuildinfo$|^test\/|(^|\/)\.|\.env|\.pem$|\.tgz$/;
const NEEDED = ['package.json', 'README.md', 'LICENSE'];

/** What bundles hold by design; the build may find more, and must not find less. */
function inlinedByDesign({ manifest }: PackedPackage): readonly string[] {
  if (manifest.name === '@streamone/client') return ['ky'];
  if (manifest.name === '@streamone/browser') return ['bcryptjs', '@noble/hashes'];
  if (manifest.name !== '@streamone/cli') return [];
  // The command line needs nothing at run time: what it is made with is within it.
  return Object.keys(manifest.devDependencies ?? {})
    .filter((name) => !/^@(types|streamone)\//.test(name))
    .concat('undici', 'ky', 'zod');
}

async function read(tarball: string, path: string): Promise<string> {
  return (await run('tar', ['-xzOf', tarball, `package/${path}`], { maxBuffer: 2 ** 26 })).stdout;
}

/** What is wrong with what a tarball holds, whatever tools say of its manifest. */
export async function tarballFaults(packed: PackedPackage): Promise<readonly string[]> {
  const { files, tarball } = packed;
  const faults = NEEDED.filter((path) => !files.includes(path)).map((path) => `${path} is missing`);
  faults.push(...files.filter((path) => STRAY.test(path)).map((path) => `${path} should not be in it`));
  if (/"(workspace|link|file|catalog):/.test(await read(tarball, 'package.json'))) {
    faults.push('package.json names the workspace');
  }
  if (files.includes('README.md') && !/not affiliated with/i.test(await read(tarball, 'README.md'))) {
    faults.push('README.md does not say that the package is unofficial, not affiliated with the vendor');
  }
  const list = `dist/${NOTICES}`;
  const listed = files.includes(list) ? readLicences(await read(tarball, list)).map(({ name }) => name) : [];
  const silent = inlinedByDesign(packed).filter((name) => !listed.includes(name));
  faults.push(...silent.map((name) => `the licence of ${name}, which is in its bundles, is not in ${list}`));
  return faults;
}

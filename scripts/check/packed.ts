// Checks the packages as they would be published: publint, "are the types wrong?" and what the tarballs hold.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PackedPackage, packPackages } from './pack-packages.ts';
import { tarballFaults } from './tarball-faults.ts';

/** What a tool printed where it found fault; nothing where it did not. */
function complaint(tool: string, args: readonly string[]): Promise<readonly string[]> {
  return new Promise((resolve) => {
    execFile(tool, args, (error, stdout, stderr) =>
      resolve(error === null ? [] : [`${tool}:\n${(stdout + stderr).trim()}`]),
    );
  });
}

async function faultsOf(packed: PackedPackage): Promise<readonly string[]> {
  const { manifest, tarball } = packed;
  const hasTypes = Object.keys(manifest.exports ?? {}).some((path) => path !== './package.json');
  const found = await Promise.all([
    complaint('publint', ['--strict', tarball]),
    // Node takes ES modules by `require` too, from 22.12 on: the profile leaves out what older ones need.
    hasTypes ? complaint('attw', ['--profile', 'esm-only', '--no-definitely-typed', tarball]) : [],
    tarballFaults(packed),
  ]);
  return found.flat();
}

const folder = mkdtempSync(join(tmpdir(), 'streamone-packed-'));
try {
  const packed = await packPackages(folder);
  for (const one of packed) {
    const faults = await faultsOf(one);
    console.log(`${one.manifest.name}: ${one.files.length} files, ${faults.length === 0 ? 'no fault' : 'faulty'}`);
    for (const fault of faults) console.error(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
  if (packed.length === 0) throw new Error('no package was found');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// Tries the built packages on the oldest Node that they support and on the newest: every entry is loaded, and the demo's
// story is run, which goes through the client, the command line and the test server.
import { spawnSync } from 'node:child_process';
import { publicPackages } from '../check/pack-packages.ts';
import { fetchNode } from './fetch-node.ts';
import { SUPPORTED } from './supported.ts';

const TRIALS = [
  ['every entry loads', 'scripts/node-versions/load-entries.ts'],
  ['the demo', 'scripts/demo/main.ts'],
] as const;

for (const { folder, manifest } of publicPackages()) {
  const named = `>=${SUPPORTED.oldest.replace(/\.0$/, '')}`;
  if (manifest.engines?.node !== named) throw new Error(`${folder} names another oldest Node than ${named}`);
}

for (const version of Object.values(SUPPORTED)) {
  const node = fetchNode(version);
  const { stdout: told } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (told.trim() !== `v${version}`) throw new Error(`${node} is Node ${told.trim()}, not ${version}`);
  for (const [name, script] of TRIALS) {
    const { status, stdout, stderr } = spawnSync(node, [script], { encoding: 'utf8', timeout: 120_000 });
    console.log(`Node ${version}: ${name}: ${status === 0 ? 'ok' : 'FAILED'}`);
    if (status === 0) continue;
    console.error(stdout + stderr);
    process.exitCode = 1;
  }
}

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../bin/streamone.js', import.meta.url));

/** Runs the command on this Node, which is made to call itself an older one. */
function runOn(version: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const versions = `{ ...process.versions, node: '${version}' }`;
  const pretend = `Object.defineProperties(process, { versions: { value: ${versions} }, version: { value: 'v${version}' } })`;
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
  return spawnSync(process.execPath, ['--import', preload, bin, '--version'], { encoding: 'utf8' });
}

it.each(['12.22.0', '18.20.4', '20.19.0', '22.18.0'])('on Node %s says which version it needs', (version) => {
  expect(runOn(version)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: `streamone needs Node 22.19 or newer; this is v${version}.\n`,
  });
});

it.each(['22.19.0', '23.0.0', '26.1.0'])('runs on Node %s', (version) => {
  expect(runOn(version)).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('unofficial') as string,
  });
});

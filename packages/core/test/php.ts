import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';

const installed = spawnSync('php', ['-v']).status === 0;

/** Whether tests against PHP can run. Where PHP is missing they are left out and say so; in CI that is a failure. */
export function hasPhp(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  if (installed) return true;
  const why = 'php is not installed, so the encoder is not held against PHP itself: apt-get install php-cli';
  if (env['CI'] === 'true') expect.unreachable(why);
  console.warn(`left out: ${why}`);
  return false;
}

/** Runs PHP code in one process and gives what it wrote. `$lines` are the lines of the input, JSON in base64. */
export function runPhp(code: string, lines: readonly unknown[]): string[] {
  const input = lines.map((line) => Buffer.from(JSON.stringify(line)).toString('base64')).join('\n');
  const program = `while (($line = fgets(STDIN)) !== false) { $data = json_decode(base64_decode($line), true); ${code} echo "\\n"; }`;
  const { status, stdout, stderr } = spawnSync('php', ['-r', program], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 15_000,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').slice(0, -1);
}

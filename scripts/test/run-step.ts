import { spawn } from 'node:child_process';

/** The result of one step of the test run. */
export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  /** In seconds. */
  readonly took: number;
}

/** A step that is still to be run. */
export type Step = readonly [name: string, command: string, ...args: string[]];

/**
 * Runs one command with the workspace's own tools on the path, and says how it went.
 *
 * @param output `live` for as it comes; `whole` for all of it at the end, where another step runs beside this one
 */
export function runStep([name, command, ...args]: Step, output: 'live' | 'whole' = 'live'): Promise<StepResult> {
  if (output === 'live') console.log(`\n— ${name}`);
  const started = performance.now();
  return new Promise((resolve) => {
    const said: Buffer[] = [];
    const child = spawn(command, args, {
      stdio: output === 'live' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
    const end = (ok: boolean): void => {
      const took = (performance.now() - started) / 1000;
      if (output === 'whole') console.log(`\n— ${name}\n${Buffer.concat(said).toString()}`);
      console.log(`${ok ? 'ok' : 'FAILED'}: ${name}, ${took.toFixed(1)} s`);
      resolve({ name, ok, took });
    };
    child.on('error', (error) => {
      console.error(String(error));
      end(false);
    });
    // Not on exit: what was said may still be on its way.
    child.on('close', (code) => end(code === 0));
  });
}

/** Runs steps that do not need each other, two at a time, and gives their results in the order of the steps. */
export async function runSideBySide(steps: readonly Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const waiting = steps.entries();
  const lane = async (): Promise<void> => {
    for (const [index, step] of waiting) results[index] = await runStep(step, 'whole');
  };
  await Promise.all([lane(), lane()]);
  return results;
}

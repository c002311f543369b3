import { spawn } from 'node:child_process';

/** The result of one step of the test run. */
export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  /** In seconds. */
  readonly took: number;
}

/** Runs one command with the workspace's own tools on the path, its output passed on, and says how it went. */
export function runStep(name: string, command: string, args: readonly string[]): Promise<StepResult> {
  console.log(`\n— ${name}`);
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    });
    const end = (ok: boolean): void => {
      const took = (performance.now() - started) / 1000;
      console.log(`${ok ? 'ok' : 'FAILED'}: ${name}, ${took.toFixed(1)} s`);
      resolve({ name, ok, took });
    };
    child.on('error', (error) => {
      console.error(String(error));
      end(false);
    });
    child.on('exit', (code) => end(code === 0));
  });
}

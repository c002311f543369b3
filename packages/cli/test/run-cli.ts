import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built command; `npm run build` makes it. */
export const CLI = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** What a run of the command wrote. */
export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end; nothing of the caller's environment but the path gets through. */
export function runProgram(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs the command as a shell would, its output in a pipe. */
export const runCli = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CliRun> =>
  runProgram(process.execPath, [CLI, ...args], env);

/** Runs the command on a pseudo-terminal so many characters wide, by util-linux's `script`. */
export async function runOnTerminal(args: readonly string[], env: NodeJS.ProcessEnv, columns: number): Promise<string> {
  const words = [process.execPath, CLI, ...args].map((word) => `'${word}'`).join(' ');
  const command = `stty cols ${columns} rows 50; ${words}`;
  const { stdout } = await runProgram('script', ['-qec', command, '/dev/null'], { TERM: 'xterm', ...env });
  return stdout.replaceAll('\r\n', '\n');
}

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built command; `npm run build` makes it. STREAMONE_CLI names a build elsewhere. */
export const CLI = process.env['STREAMONE_CLI'] ?? fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** What a run of the command wrote. */
export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run that is not over. */
export interface StartedRun {
  readonly child: ChildProcess;
  readonly end: Promise<CliRun>;
  /** Waits until stdout or stderr has it. */
  wrote(what: RegExp): Promise<void>;
}

/**
 * Starts a program; nothing of the caller's environment but the path gets through.
 *
 * @param input what is piped into it; `null` leaves the pipe open
 */
export function startProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  input?: string | null,
): StartedRun {
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'], ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A program that reads no input may be gone before it is written.
  child.stdin?.on('error', () => undefined);
  if (input !== null) child.stdin?.end(input);
  const end = new Promise<CliRun>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  const wrote = (what: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (what.test(stdout) || what.test(stderr)) resolve();
      };
      child.stdout?.on('data', look);
      child.stderr?.on('data', look);
      child.on('close', () => reject(new Error(`it ended without ${what}: ${stdout}${stderr}`)));
      look();
    });
  return { child, end, wrote };
}

/** Runs a program to its end. */
export const runProgram = (
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  input?: string,
): Promise<CliRun> => startProgram(command, args, env, input).end;

/** Runs the command as a shell would, its output in a pipe. */
export const runCli = (args: readonly string[], env: NodeJS.ProcessEnv = {}, input?: string): Promise<CliRun> =>
  runProgram(process.execPath, [CLI, ...args], env, input);

/** Runs the command on a pseudo-terminal so many characters wide, by util-linux's `script`. */
export async function runOnTerminal(args: readonly string[], env: NodeJS.ProcessEnv, columns: number): Promise<string> {
  const words = [process.execPath, CLI, ...args].map((word) => `'${word}'`).join(' ');
  const command = `stty cols ${columns} rows 50; ${words}`;
  const { stdout } = await runProgram('script', ['-qec', command, '/dev/null'], { TERM: 'xterm', ...env });
  return stdout.replaceAll('\r\n', '\n');
}

import { spawn } from 'node:child_process';

/** Where and how a command runs. */
export interface CommandOptions {
  readonly cwd: string;
  /** The whole environment; this process's own unless given. */
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which it is ended; ten minutes unless given. */
  readonly limit?: number;
}

/** A command that failed, with what it wrote. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly stdout: string;

  constructor(command: string, why: string, stdout: string, stderr: string) {
    super(`${command} ${why}\n${`${stdout}\n${stderr}`.trim().split('\n').slice(-30).join('\n')}`);
    this.stdout = stdout;
  }
}

/**
 * Runs a command, without a shell, to its end.
 *
 * @returns what it wrote to stdout
 * @throws CommandError where it can't be started, ends with anything but 0, or takes longer than its limit
 */
export function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const { cwd, env = process.env, limit = 600_000 } = options;
  return new Promise((resolve, reject) => {
    // A group of its own, so that its limit also ends what it has started.
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const end = (): void => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(end, limit);
    process.once('exit', end);
    const settle = (why?: string): void => {
      clearTimeout(timer);
      process.off('exit', end);
      const shown = [command, ...args].join(' ');
      if (why === undefined) resolve(stdout);
      else reject(new CommandError(shown, why, stdout, stderr));
    };
    child.on('error', (error) => settle(`could not be started: ${error.message}`));
    child.on('close', (code, signal) => settle(code === 0 ? undefined : `ended with ${code ?? signal}`));
  });
}

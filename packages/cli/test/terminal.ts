import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CLI } from './run-cli.ts';

/** A pseudo-terminal with the command in it, by tmux. */
export interface Terminal {
  /** What the screen shows now, and what scrolled off above it. */
  screen(): string;
  /** Waits until the screen shows it. */
  waitFor(what: RegExp): Promise<string>;
  /** Types text. */
  type(text: string): void;
  /** Presses a key by tmux's name for it: `Enter`, `C-c`, `Down`. */
  press(key: string): void;
  close(): void;
}

const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
/** In milliseconds; below the test's own limit, so that it is told what the screen showed. */
const PATIENCE = 18_000;

/** Runs the command on a terminal so many characters wide; behind it stands `exit <code>`. */
export const openTerminal = (args: readonly string[], env: NodeJS.ProcessEnv, columns = 80): Terminal =>
  openProgram([process.execPath, CLI, ...args], env, columns);

/** Runs any program on a terminal so many characters wide; behind it stands `exit <code>`. */
export function openProgram(program: readonly string[], env: NodeJS.ProcessEnv, columns = 80): Terminal {
  const folder = mkdtempSync(join(tmpdir(), 'streamone-terminal-'));
  const socket = join(folder, 'tmux');
  const tmux = (...words: string[]): string => {
    const { stdout, stderr, status } = spawnSync('tmux', ['-S', socket, '-f', '/dev/null', ...words], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], TERM: 'xterm-256color', LANG: 'C.UTF-8', HOME: folder },
    });
    if (status !== 0) throw new Error(`tmux ${words[0] ?? ''}: ${stderr}`);
    return stdout;
  };
  const settings = Object.entries({ PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env }).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${name}=${value}`] : [],
  );
  const words = [...settings, ...program];
  // Ctrl-C ends the program, not the shell that tells how it ended.
  const command = `trap : INT; env -i TERM="$TERM" ${words.map(quote).join(' ')}; echo "exit $?"; exec sleep 1000`;
  tmux('-u', 'new-session', '-d', '-x', String(columns), '-y', '50', `sh -c ${quote(command)}`);
  const screen = (): string => tmux('capture-pane', '-p', '-S', '-1000');
  return {
    screen,
    waitFor: async (what) => {
      for (const until = Date.now() + PATIENCE; ; await wait(30)) {
        const shown = screen();
        if (what.test(shown)) return shown;
        if (Date.now() > until) throw new Error(`the screen never showed ${what}:\n${shown}`);
      }
    },
    type: (text) => void tmux('send-keys', '-l', text),
    press: (key) => void tmux('send-keys', key),
    close: () => {
      spawnSync('tmux', ['-S', socket, 'kill-server']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLI } from './run-cli.js';
import { type Terminal, openProgram } from './terminal.js';

/** A shell on a terminal, with a home of its own and the command in its path. */
export interface OwnShell extends Terminal {
  readonly home: string;
  /** Empties the line and the screen, types, and presses the tab key so many times. */
  complete(line: string, tabs?: number): void;
}

const PROMPT = 'ready>';

/** How each shell is started so that it reads nothing but what is told here, and what makes it complete. */
const SHELLS = {
  bash: (rc: string): readonly string[] => ['bash', '--noprofile', '--rcfile', rc, '-i'],
  zsh: (): readonly string[] => ['zsh', '-d', '-i'],
  fish: (): readonly string[] => ['fish'],
} as const;

const SETUP = {
  bash: `PS1='${PROMPT} '; HISTFILE=; bind 'set bell-style none' 2>/dev/null\nsource <(streamone completion bash)\n`,
  zsh: `PS1='${PROMPT} '; unsetopt BEEP; autoload -Uz compinit; compinit -D\nsource <(streamone completion zsh)\n`,
  fish: `function fish_prompt; echo -n '${PROMPT} '; end\nfunction fish_greeting; end\nset -g fish_autosuggestion_enabled 0\nstreamone completion fish | source\n`,
};

/** A shell that there is a script for. */
export type ShellName = keyof typeof SHELLS;

/** Whether this machine has a shell; without one its tests are left out, which `npm test` tells. */
export const hasShell = (shell: ShellName): boolean =>
  spawnSync(shell, ['-c', 'exit'], { stdio: 'ignore' }).error === undefined;

/** Starts a shell that completes the command. */
export async function openShell(shell: ShellName, env: NodeJS.ProcessEnv): Promise<OwnShell> {
  const home = mkdtempSync(join(tmpdir(), `streamone-${shell}-`));
  const bin = join(home, 'bin');
  mkdirSync(join(home, '.config', 'fish'), { recursive: true });
  mkdirSync(bin);
  writeFileSync(join(bin, 'streamone'), `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
  chmodSync(join(bin, 'streamone'), 0o755);
  const rc = join(home, { bash: '.bashrc', zsh: '.zshrc', fish: '.config/fish/config.fish' }[shell]);
  writeFileSync(rc, SETUP[shell]);
  const path = `${bin}:${process.env['PATH'] ?? ''}`;
  const terminal = openProgram(
    ['env', `--chdir=${home}`, ...SHELLS[shell](rc)],
    { ...env, HOME: home, PATH: path, TERM: 'xterm' },
    100,
  );
  await terminal.waitFor(new RegExp(PROMPT));
  return {
    ...terminal,
    home,
    complete: (line, tabs = 1) => {
      terminal.press('C-e');
      terminal.press('C-u');
      terminal.press('C-l');
      terminal.type(line);
      for (let pressed = 0; pressed < tabs; pressed += 1) terminal.press('Tab');
    },
    close: () => {
      terminal.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

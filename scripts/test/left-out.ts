import { spawnSync } from 'node:child_process';

interface SystemPart {
  readonly command: string;
  /** What makes it end at once; `--version` unless given. */
  readonly option?: string;
  readonly without: string;
  readonly get: string;
}

const parts: readonly SystemPart[] = [
  {
    command: 'php',
    without: 'the comparisons with PHP itself (form encoding, form parsing)',
    get: 'scripts/install-system-packages, or: apt-get install php-cli',
  },
  {
    command: 'redis-server',
    without: 'the stores that processes share, over a real Redis, and the code of the texts for them',
    get: 'scripts/install-system-packages, or: apt-get install redis-server',
  },
  {
    command: 'chromium',
    without: 'everything that is tried in a browser',
    get: 'scripts/install-system-packages, or: apt-get install chromium',
  },
  ...['tmux', 'zsh', 'fish'].map((command) => ({
    command,
    option: command === 'tmux' ? '-V' : '--version',
    without: command === 'tmux' ? 'the command line on a terminal' : `completion in ${command}`,
    get: `scripts/install-system-packages, or: apt-get install ${command}`,
  })),
];

/** A line for each thing that this machine lacks: what is left out, and which command gets it. */
export function leftOut(): string[] {
  return parts
    .filter(
      ({ command, option = '--version' }) => spawnSync(command, [option], { stdio: 'ignore' }).error !== undefined,
    )
    .map(({ command, without, get }) => `left out, since ${command} is missing: ${without}. To get it: ${get}`);
}

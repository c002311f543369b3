import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { withLock } from '../../config/with-lock.js';

/** The run that has claimed something. */
export interface Claimant {
  readonly host: string;
  readonly pid: number;
  /** When its process began, as the system tells it; empty where it does not. */
  readonly began: string;
  /** When it claimed, in milliseconds since 1970. */
  readonly at: number;
}

/** A claim that this run has, or the other run that has it. */
export type Claim = { readonly release: () => void } | { readonly by: Claimant };

/** For how long a run on another machine is believed to go on, in milliseconds: a day. */
const ELSEWHERE = 86_400_000;
/** Where the kernel tells when a process began, counted behind the name, which may have spaces in it. */
const BEGAN = 19;

/** By when it began a process is told from a later one with its number. */
function beganAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[BEGAN] ?? ''}`;
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isAlive({ host, pid, began, at }: Claimant): boolean {
  if (host !== hostname()) return Date.now() - at < ELSEWHERE;
  return isRunning(pid) && (began === '' || began === beganAt(pid));
}

function readClaimant(path: string): Claimant | undefined {
  try {
    const { host, pid, began, at } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Claimant>;
    const whole = typeof host === 'string' && typeof pid === 'number' && typeof began === 'string';
    return whole && typeof at === 'number' ? { host, pid, began, at } : undefined;
  } catch {
    // None, or one that a crash cut off.
    return undefined;
  }
}

/**
 * Claims a path for this run, by a file there; what a run left that is no more is taken over.
 *
 * @throws what the system says when the file can't be written.
 */
export function claimFile(path: string): Promise<Claim> {
  return withLock(path, () => {
    const by = readClaimant(path);
    if (by !== undefined && isAlive(by)) return { by };
    const mine: Claimant = { host: hostname(), pid: process.pid, began: beganAt(process.pid), at: Date.now() };
    writeFileSync(path, JSON.stringify(mine), { mode: 0o600 });
    const release = (): void => {
      try {
        rmSync(path, { force: true });
      } catch {
        // It counts for no longer than this run.
      }
    };
    return { release };
  });
}

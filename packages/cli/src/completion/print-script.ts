import { readFileSync } from 'node:fs';

/** Shells that have a script. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/**
 * Prints the script that makes a shell complete this command; it lies beside `dist`, for those who package this.
 *
 * @returns false where there is none for that shell
 */
export function printScript(shell: string | undefined): boolean {
  if (!shells.some((each) => each === shell)) return false;
  process.stdout.write(readFileSync(new URL(`../../completions/streamone.${shell}`, import.meta.url), 'utf8'));
  return true;
}

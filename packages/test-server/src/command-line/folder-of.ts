import { InvalidArgumentError } from '@streamone/core';

/** The one folder that a command is about. @throws InvalidArgumentError where there is none, or more than one. */
export function folderOf(positionals: readonly string[]): string {
  const [folder, ...more] = positionals;
  if (folder !== undefined && folder !== '' && more.length === 0) return folder;
  throw new InvalidArgumentError({
    argument: 'folder',
    expected: 'one folder of recordings',
    given: positionals.length === 0 ? undefined : positionals.join(' '),
  });
}

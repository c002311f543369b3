/**
 * Takes child processes out of commander, which loads them for commands that are programs of their own:
 * there are none here.
 */
export const commanderParts = {
  name: 'commander-parts',
  transform: {
    filter: { id: /[\\/]commander[\\/]lib[\\/]command\.js$/ },
    handler: (code: string): string =>
      code.replace(/^import childProcess from 'node:child_process';$/m, 'const childProcess = {};'),
  },
};

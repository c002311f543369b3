import { readFileSync } from 'node:fs';
import { allCommands } from '@streamone/core/catalogue';
import { describe, expect, it } from 'vitest';
import { ownCommands } from '../src/program/command-list.js';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const paths = [
  ...ownCommands.map(({ name }) => name),
  ...allCommands.flatMap(({ command, actions }) => Object.keys(actions).map((action) => `${command} ${action}`)),
];

describe('every command is told of', () => {
  it('in the man page, which is plain roff', () => {
    const page = read('man/streamone.1');
    const told = page.replaceAll('\\-', '-');
    for (const path of paths) expect(told).toMatch(new RegExp(`^\\.SS "streamone ${path}[ "]`, 'm'));
    expect(page).toMatch(/^[\n -~]*$/);
    const requests = new Set(page.match(/^\.\S*/gm));
    expect([...requests].toSorted()).toEqual(['.B', '.PP', '.SH', '.SS', '.TH', '.TP', '.\\"', '.fi', '.nf', '.sp']);
  });

  it('in the reference, which links to it', () => {
    const page = read('docs/reference.md');
    for (const path of paths) {
      expect(page).toContain(`\n### streamone ${path}\n`);
      expect(page).toContain(`(#streamone-${path.replace(' ', '-')})`);
    }
  });
});

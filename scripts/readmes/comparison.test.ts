import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = `${import.meta.dirname}/../..`;

/** The rows of the table beside the vendor's SDKs, as lists of cells: how they are padded does not count. */
function comparison(readme: string): readonly (readonly string[])[] {
  const [, section = ''] = readFileSync(`${ROOT}/${readme}`, 'utf8').split("## Beside the vendor's own SDKs\n");
  const lines = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  const rows = lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  return rows.filter(([first = '']) => !/^-+$/.test(first));
}

const whole = comparison('README.md');

test('the README of the repository has the whole table', () => {
  expect(whole.length).toBeGreaterThan(15);
  expect(whole.every((cells) => cells.length === 4 && cells.slice(1).every((cell) => cell !== ''))).toBe(true);
});

test.for(readdirSync(`${ROOT}/packages`))('%s says of the SDKs what the whole table says', (name) => {
  const [head, ...rows] = comparison(`packages/${name}/README.md`);
  expect(head).toEqual(whole[0]);
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) expect(whole).toContainEqual(row);
});

test.for(readdirSync(`${ROOT}/packages`))('the README of %s says what a reader of npm looks for', (name) => {
  const text = readFileSync(`${ROOT}/packages/${name}/README.md`, 'utf8');
  expect(text).toMatch(/unofficial/i);
  expect(text).toMatch(new RegExp(`npm install [^\n]*@streamone/${name}`));
  expect(text).toMatch(/^## (Ten lines that work|Use in tests)/m);
  expect(text).toMatch(/^## The others$/m);
});

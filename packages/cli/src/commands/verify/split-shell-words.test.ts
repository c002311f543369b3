import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { splitShellWords } from './split-shell-words.js';

/** The words of each line as bash has them. */
function wordsByBash(lines: readonly string[]): readonly string[][] {
  const script = lines.map((line) => `printf '%s\\0' ${line}\nprintf '\\1\\0'`).join('\n');
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
  });
  expect(stderr).toBe('');
  const words: string[][] = [[]];
  for (const word of stdout.split('\0').slice(0, -1)) {
    if (word === '\u0001') words.push([]);
    else words.at(-1)?.push(word);
  }
  return words.slice(0, -1);
}

const text = (...parts: string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength: 6 }).map((each) => each.join(''));
const PLAIN = ['a', 'Z', '0', '=', ':', '/', '%41', '+', '.', ',', '-', '@', 'é', '夜', '🎬'];
const INNER = [...PLAIN, ' ', '\t', '\n', '#', '&', ';', '|', '>', '(', '{a,b}', '*', '?', '~', '!'];
const ANSI =
  String.raw`\n \r \t \v \a \b \e \E \f \\ \' \" \? \x41 \x9 \xc3\xa9 \303\251 \101 \u41 \u00e9 \U0001F3AC \q \z`.split(
    ' ',
  );

const part = fc.oneof(
  text(...PLAIN),
  fc.constantFrom('\\ ', '\\#', '\\&', "\\'", '\\"', '\\\\', '\\$', '\\a', '\\é', '\\\n'),
  text(...INNER, '"', '\\', '$a', '`').map((each) => `'${each}'`),
  text(...INNER, "'", '\\"', '\\\\', '\\$', '\\`', '\\a', '\\\n', '$ ').map((each) => `"${each}"`),
  text(...INNER, '"', ...ANSI).map((each) => `$'${each}'`),
);
const word = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const end = fc.constantFrom(
  '',
  ' ',
  ' \\\n',
  ' | cat',
  '|cat',
  ' ; true',
  ' && true',
  ' >&1',
  ' 2> /dev/null',
  ' 2>&1',
  ' # "note',
  '< /dev/null',
);
const line = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom(' ', '  ', '\t', ' \\\n  '), end)
  .map(([words, blank, last]) => `_ ${words.join(blank)}${last}`);

test('a line has the words that bash finds in it', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 40, maxLength: 40 }), (lines) => {
      const byBash = wordsByBash(lines);
      lines.forEach((each, at) => expect([each, splitShellWords(each)]).toEqual([each, byBash[at]]));
    }),
    { numRuns: 25 },
  );
});

describe('beside what bash does', () => {
  it('takes a line end for a blank, as mail wraps lines', () => {
    expect(splitShellWords("curl\r\n -d 'a=b'\n  x")).toEqual(['curl', '-d', 'a=b', 'x']);
  });

  it('takes characters beyond the first plane as browsers write them', () => {
    expect(splitShellWords(String.raw`$'\ud83c\udfac'`)).toEqual(['🎬']);
  });

  it('leaves variables and commands as they are', () => {
    expect(splitShellWords('$HOME "$(id)" `id` $')).toEqual(['$HOME', '$(id)', '`id`', '$']);
  });

  it.each([["curl 'a"], ['curl "a\\"'], ["curl $'a\\'"], ["curl a'b'c'"], ['curl \\']])('refuses %s', (bad) => {
    expect(() => splitShellWords(bad)).toThrow(/a quote that has no end/);
  });

  it('refuses an address that a shell would cut', () => {
    expect(() => splitShellWords('curl https://a.example/?a=1&b=2')).toThrow(/"&\\" stands outside.*in quotes\.$/);
  });
});

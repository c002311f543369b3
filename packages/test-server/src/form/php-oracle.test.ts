import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { seededRandom } from '../random/seeded-random.js';
import { readForm } from './read-form.js';
import { writeForm } from './write-form.js';

const SCRIPT = `while (($line = fgets(STDIN)) !== false) {
  $parsed = [];
  parse_str(base64_decode(trim($line)), $parsed);
  echo http_build_query($parsed), "\\n";
}`;

// Pieces that mean something to a form parser, and some that don't.
const PIECES = `
  a b ab 0 1 7 -1 00 10 SPACE SPACE + . _ [ ] [] [a] [0] [SPACE] [SPACEx] = = = & & & % %5B %5D %20 %2e %3D %26 %zz %4
  %FF %e2%82%ac \u00e9 ~ * %7E %2a ! ' ( ) ; , @ / ? # __Host- __Secure- _.Host- [__Host-a] %09 %0A %00 [[ ]] ][
  [a][b] [][] [5] [-3] [9223372036854775807] [99999999999999999999] DEEP`
  .trim()
  .split(/\s+/)
  .map((piece) => piece.replace('SPACE', ' ').replace('DEEP', '[d]'.repeat(63)));

function randomForm(random: ReturnType<typeof seededRandom>): string {
  let raw = '';
  for (let left = random.integer(1, 14); left > 0; left--) raw += PIECES[random.integer(0, PIECES.length - 1)] ?? '';
  return raw;
}

const php = spawnSync('php', ['-v'], { encoding: 'utf8' });

// Without PHP this is left out: there is nothing to hold the parser against. `apt-get install php-cli` brings it.
test.skipIf(php.status !== 0)('20,000 random forms are read and written as PHP does', () => {
  const random = seededRandom(20_260_101);
  const forms = Array.from({ length: 20_000 }, () => Buffer.from(randomForm(random)));
  const input = `${forms.map((raw) => raw.toString('base64')).join('\n')}\n`;
  const ini = ['-d', 'display_errors=stderr', '-d', 'error_reporting=0'];
  const { stdout } = spawnSync('php', [...ini, '-r', SCRIPT], { input, encoding: 'latin1', maxBuffer: 1e9 });
  const expected = stdout.split('\n');
  const differing = forms
    .map((raw, index) => {
      const text = raw.toString('latin1');
      return { raw: text, php: expected[index], ours: writeForm(readForm(text).variables) };
    })
    .filter(({ php: theirs, ours }) => theirs !== ours);
  expect(differing.slice(0, 10)).toEqual([]);
});

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const ASSETS = fileURLToPath(new URL('../dist/assets/', import.meta.url));
const HTML = readFileSync(new URL('../dist/index.html', import.meta.url), 'utf8');

const packed = (name: string): number => gzipSync(readFileSync(ASSETS + name)).length;

/** A script with all that it imports at once. */
function initial(name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = readFileSync(ASSETS + name, 'utf8');
  for (const [, imported] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
    initial(imported ?? '', seen);
  return seen;
}

const [, main = ''] = /<script[^>]+src="\/assets\/([^"]+\.js)"/.exec(HTML) ?? [];
const first = initial(main);
const all = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));

// Ceilings in bytes, gzipped; a change of one is noted here with its reason.
//   2026-11: 90 kB at first, of the requirement. The build had 65 kB then.
describe('what the browser loads', () => {
  test('the scripts that come first are 90 kB at most', () => {
    expect([...first].reduce((sum, name) => sum + packed(name), 0)).toBeLessThan(90_000);
  });

  test('the player of streams and bcrypt come on demand alone', () => {
    const player = all.filter((name) => name.startsWith('hls'));
    const bcrypt = all.filter((name) => /2[aby]\$/.test(readFileSync(ASSETS + name, 'utf8')));
    expect(player).toHaveLength(1);
    expect(bcrypt.length).toBeGreaterThan(0);
    for (const name of [...player, ...bcrypt]) expect([...first]).not.toContain(name);
    expect(packed(player[0] ?? '')).toBeLessThan(125_000);
  });

  test('the page has no script or style of its own, which its policy would not run', () => {
    expect(HTML).not.toMatch(/<script(?![^>]+src=)|<style|\son\w+=|javascript:/);
  });
});

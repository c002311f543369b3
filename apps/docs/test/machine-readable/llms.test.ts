import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { machineReadableFiles } from '../../machine-readable/machine-readable-files.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const built = (path: string): string => `${dist}/${path}`;
const files = await machineReadableFiles();
const short = files.get('llms.txt') ?? '';
const links = [...short.matchAll(/^- \[(.+?)\]\((.+?)\)(?:: (.+))?$/gm)].map(
  ([, title = '', path = '', told = '']) => ({ title, path, told }),
);

test('the same catalogue and pages give the same bytes', async () => {
  expect([...(await machineReadableFiles())]).toEqual([...files]);
});

test('llms.txt has the form of llmstxt.org', () => {
  expect(short).toMatch(/^# [^\n]+\n\n> [^\n]*nofficial[^\n]+\n\n- /);
  expect(short.match(/^## .+$/gm)).toEqual(
    ['Guides', 'Protocol', 'Reference', 'Machine-readable', 'Optional'].map((each) => `## ${each}`),
  );
  expect(short.length).toBeLessThan(10_000);
  expect(links.length).toBeGreaterThan(20);
});

test('every file is in the built site, and so is the page of each that is one', () => {
  const missing = [...files.keys()].filter((path) => !existsSync(built(path)));
  const pages = [...files.keys()].filter((path) => path.endsWith('.md')).map((path) => path.replace(/\.md$/, '.html'));
  expect([...missing, ...pages.filter((path) => !existsSync(built(path)))]).toEqual([]);
  expect(JSON.parse(readFileSync(built('openapi.json'), 'utf8'))).toMatchObject({ openapi: '3.1.0' });
});

test('every link of llms.txt leads to a file of the built site', () => {
  expect(links.map(({ path }) => path).filter((path) => !existsSync(built(path)))).toEqual([]);
});

test('every guide and every page of the protocol is named, and says something', () => {
  const expected = [...files.keys()].filter((path) => /^(guides|protocol)\//.test(path));
  expect(expected.length).toBeGreaterThan(0);
  expect(links.map(({ path }) => path)).toEqual(expect.arrayContaining(expected));
  expect(links.filter(({ told }) => told === '')).toEqual([]);
});

test('a page as Markdown has nothing that only the site can show', () => {
  for (const [path, content] of files) {
    if (!path.endsWith('.md')) continue;
    const prose = content.replace(/^```[\s\S]*?^```$/gm, '');
    expect([path, /^---$|^<script|^<!--|<ClientOnly>|<TryIt|<SigningSteps/m.exec(prose)?.[0]]).toEqual([
      path,
      undefined,
    ]);
  }
});

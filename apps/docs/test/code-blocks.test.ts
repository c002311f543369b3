import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasRedis } from '../../../packages/node/test/redis-server.ts';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { allBlocks, hasShell, isForBrowser, isForNode, isTestFile } from '../code-blocks/all-blocks.ts';
import { type PreludeSource, assemblePage } from '../code-blocks/assemble-page.ts';
import { preludeNames as browserNames } from '../code-blocks/browser-prelude.ts';
import { type Complaint, checkPrograms } from '../code-blocks/check-programs.ts';
import type { CodeBlock } from '../code-blocks/code-block.ts';
import { ROOT } from '../code-blocks/documents.ts';
import { preludeNames as nodeNames } from '../code-blocks/node-prelude.ts';
import { packageHomes } from '../code-blocks/package-homes.ts';
import type { PageProgram } from '../code-blocks/page-program.ts';
import { runBlocks } from '../code-blocks/run-blocks.ts';
import type { RunResult } from '../code-blocks/run-result.ts';

/** The languages that blocks may be in: what is not code, or can't be tried here, is `text`. */
const LANGUAGES = new Set(['ts', 'js', 'sh', 'php', 'json', 'toml', 'http', 'html', 'swift', 'text', '']);
const folder = fileURLToPath(new URL('../code-blocks/.generated', import.meta.url));
const pages = allBlocks();
const blocks = [...pages.values()].flat();
const is = (language: string) => (block: CodeBlock) => block.language === language;
const place = ({ page, line }: CodeBlock): string => `${page}:${line}`;

function programsOf(which: (block: CodeBlock) => boolean, prelude: PreludeSource): PageProgram[] {
  return [...pages].flatMap(([page, all]) => {
    const chosen = all.filter(which);
    return chosen.length === 0 ? [] : [assemblePage(page, chosen, prelude)];
  });
}

const forNode = programsOf(isForNode, { part: 'node', names: nodeNames });
const forBrowser = programsOf(isForBrowser, { part: 'browser', names: browserNames });
const programs = [...forNode, ...forBrowser];
const forShell = [...pages.values()].filter(hasShell);
const hasPhp = spawnSync('php', ['--version']).error === undefined;
const hasTmux = spawnSync('tmux', ['-V']).error === undefined;
let complaints: readonly Complaint[] = [];
const results = new Map<string, readonly RunResult[]>();

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['node', 'browser']) mkdirSync(`${folder}/${part}`, { recursive: true });
  for (const { file, source } of programs) writeFileSync(`${folder}/${file}`, source);
  const run = async (runner: string, work: readonly unknown[]): Promise<void> => {
    results.set(runner, await runBlocks(runner, folder, work));
  };
  const inShells = run('run-scripts.ts', forShell);
  await run('run-pages.ts', forNode);
  if (hasChromium) await run('run-browser-pages.ts', forBrowser);
  await inShells;
  complaints = checkPrograms(folder, programs, packageHomes);
}, 600_000);

test('all texts are there: READMEs, guides, protocol, and the pages that are made', () => {
  const counts = [
    'README.md',
    'packages/',
    'apps/docs/site/guides/',
    'apps/docs/site/protocol/',
    'apps/docs/site/reference/',
  ];
  for (const start of counts)
    expect(
      [...pages.keys()].some((page) => page.startsWith(start)),
      start,
    ).toBe(true);
  expect(blocks.length).toBeGreaterThan(150);
});

test('each block is in a language that is known here', () => {
  expect(blocks.filter(({ language }) => !LANGUAGES.has(language)).map(place)).toEqual([]);
});

test('a file of tests is run by the shell of its page', () => {
  const files = blocks.filter(isTestFile);
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    const lines = (pages.get(file.page) ?? []).filter(is('sh')).flatMap(({ code }) => code.split('\n'));
    expect(lines, place(file)).toContain('npx vitest run');
  }
});

test.each([...new Set(programs.map(({ page }) => page))])('%s compiles', (page) => {
  // The reader of a JavaScript block has no types to get right; it has to parse all the same.
  const scripts = (pages.get(page) ?? []).filter(is('js'));
  const inScript = (line: number): boolean =>
    scripts.some((block) => line >= block.line && line < block.line + block.code.split('\n').length);
  const counting = complaints.filter((each) => each.page === page && (each.syntax || !inScript(each.line)));
  expect(counting.map(({ line, message }) => `${page}:${line}: ${message}`)).toEqual([]);
});

test('the compiler has nothing against anything else', () => {
  expect(complaints.filter(({ page }) => !pages.has(page))).toEqual([]);
});

function expectRun(runner: string, page: string, count: number): void {
  const result = results.get(runner)?.find((each) => each.page === page);
  expect(result?.failure && `${page}:${result.failure.line}: ${result.failure.message}`).toBeUndefined();
  expect(result?.blocks).toBe(count);
}

const runs = (all: readonly CodeBlock[], which: (block: CodeBlock) => boolean): number =>
  all.filter((block) => which(block) && !isTestFile(block)).length;

const mention = (page: string, what: RegExp): boolean => (pages.get(page) ?? []).some(({ code }) => what.test(code));

test.for(forNode.map(({ page }) => page))('%s runs on Node', (page, { skip }) => {
  skip(!hasRedis && mention(page, /@keyv\/redis/), 'redis-server is missing');
  expectRun('run-pages.ts', page, runs(pages.get(page) ?? [], isForNode));
});

test.for(forShell.map(([block]) => block?.page ?? ''))('%s runs in a shell', (page, { skip }) => {
  skip(!hasTmux && mention(page, /streamone configure/), 'tmux is missing');
  expectRun('run-scripts.ts', page, runs(pages.get(page) ?? [], is('sh')));
});

test.runIf(hasChromium).each(forBrowser.map(({ page }) => page))('%s runs in Chromium', (page) => {
  expectRun('run-browser-pages.ts', page, runs(pages.get(page) ?? [], isForBrowser));
});

describe('blocks of other languages', () => {
  test.each(blocks.filter(is('json')).map((block) => [place(block), block] as const))(
    '%s is JSON',
    (_place, { code }) => {
      expect(() => JSON.parse(code) as unknown).not.toThrow();
    },
  );

  test.runIf(hasPhp).each(blocks.filter(is('php')).map((block) => [place(block), block] as const))(
    '%s is PHP',
    (_place, { code }) => {
      const input = code.startsWith('<?php') ? code : `<?php\n${code}`;
      const { status, stdout, stderr } = spawnSync('php', ['-l'], { input, encoding: 'utf8' });
      expect(status, stdout + stderr).toBe(0);
    },
  );

  test('Swift is shown in the guide for those who come from it, and can not be tried here', () => {
    const elsewhere = blocks.filter(is('swift')).filter(({ page }) => !page.endsWith('/from-swift.md'));
    expect(elsewhere.map(place)).toEqual([]);
  });
});

test('no text names a host that packages come from', () => {
  const host = new RegExp(['npmjs', String.raw`\.(com|org)`].join(''));
  expect([...pages.keys()].filter((page) => host.test(readFileSync(`${ROOT}${page}`, 'utf8')))).toEqual([]);
});

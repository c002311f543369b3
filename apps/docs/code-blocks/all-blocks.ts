import { readFileSync } from 'node:fs';
import type { CodeBlock } from './code-block.ts';
import { ROOT, documents } from './documents.ts';
import { findBlocks } from './find-blocks.ts';

/** Every block of every text, by page. */
export function allBlocks(): ReadonlyMap<string, readonly CodeBlock[]> {
  const pages = documents().map((page) => [page, findBlocks(page, readFileSync(`${ROOT}${page}`, 'utf8'))] as const);
  return new Map(pages.filter(([, blocks]) => blocks.length > 0));
}

const isCode = ({ language }: CodeBlock): boolean => language === 'ts' || language === 'js';

/** Whether a block is for Node. */
export const isForNode = (block: CodeBlock): boolean => isCode(block) && !block.browser;

/** Whether a block is for a page. */
export const isForBrowser = (block: CodeBlock): boolean => isCode(block) && block.browser;

/** Whether a block is a file of tests: it is compiled with the others, and run by the shell line that runs tests. */
export const isTestFile = ({ title }: CodeBlock): boolean => title?.endsWith('.test.ts') ?? false;

/** Whether something of a page is run by a shell. */
export const hasShell = (blocks: readonly CodeBlock[]): boolean => blocks.some(({ language }) => language === 'sh');

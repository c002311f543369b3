import type { CodeBlock } from './code-block.ts';

/**
 * Makes one script of a page's shell blocks, so that what one sets is there for the next. The line of each is told on
 * the descriptor 3 as it begins; where a block is a file, it is put there.
 *
 * @param folder where the blocks that are files lie, each called by its line
 */
export function shellScript(blocks: readonly CodeBlock[], folder: string): string {
  const parts = ['set -eu -o pipefail'];
  for (const block of blocks) {
    if (block.language === 'sh') parts.push(`echo ${block.line} >&3`, block.code);
    else if (block.title !== undefined) parts.push(`cp '${folder}/${block.line}' '${block.title}'`);
  }
  return `${parts.join('\n')}\n`;
}

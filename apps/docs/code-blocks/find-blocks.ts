import type { CodeBlock } from './code-block.ts';

const FENCE = /^(?<indent>\s*)(?<fence>`{3,}|~{3,})(?<info>.*)$/;

/** Every fenced block of a Markdown text, in its order. */
export function findBlocks(page: string, markdown: string): CodeBlock[] {
  const lines = markdown.split('\n');
  const blocks: CodeBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const opening = FENCE.exec(lines[at] ?? '')?.groups;
    if (opening === undefined) continue;
    const { indent = '', fence = '```', info = '' } = opening;
    const end = lines.findIndex((line, index) => index > at && line.trim() === fence);
    if (end === -1) throw new Error(`${page}:${at + 1}: a block of code that does not end`);
    const [language = '', ...words] = info.trim().split(/\s+/);
    blocks.push({
      page,
      line: at + 2,
      // As VitePress: line numbers to be marked stand right behind the language.
      language: language.replace(/[{:].*$/, ''),
      browser: words.includes('browser'),
      title: /\[(?<title>\S+\.\w+)\]/.exec(info)?.groups?.['title'],
      code: lines
        .slice(at + 1, end)
        .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
        .join('\n'),
    });
    at = end;
  }
  return blocks;
}

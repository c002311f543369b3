/** A fenced block of code in a Markdown file. */
export interface CodeBlock {
  /** The file, from the root of the repository. */
  readonly page: string;
  /** The line of its first line of code, from 1. */
  readonly line: number;
  /** The first word behind the fence, as `ts`; empty where there is none. */
  readonly language: string;
  /** Whether `browser` stands behind the language: the block is for a page, not for Node. */
  readonly browser: boolean;
  /** The file that it stands for, as `ts [upload.ts]` says. */
  readonly title: string | undefined;
  readonly code: string;
}

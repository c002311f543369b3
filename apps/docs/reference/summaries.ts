import { readFileSync } from 'node:fs';
import { allCommands } from '@streamone/core/catalogue';

/** What a command is about, by its name. */
export type Summaries = Readonly<Record<string, string>>;

/** Reads what commands are about from their doc comments, which are the one place where it is told. */
export function readSummaries(): Summaries {
  const entries = allCommands.map(({ command }) => {
    const source = new URL(`../../../packages/core/src/catalogue/${command}.ts`, import.meta.url);
    const text = new RegExp(`/\\*\\* The command \`${command}\`: (.+?) \\*/`).exec(readFileSync(source, 'utf8'))?.[1];
    if (text === undefined) throw new Error(`the doc comment of the command ${command} does not say what it is about`);
    return [command, text.charAt(0).toUpperCase() + text.slice(1)] as const;
  });
  return Object.fromEntries(entries);
}

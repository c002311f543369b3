import type { CatalogueEntry } from '@streamone/core/catalogue';
import type { Example, ExampleArguments, ExampleValue } from './examples.ts';

function literal(value: ExampleValue): string {
  if (value instanceof Date) return `new Date('${value.toISOString().replace('.000', '')}')`;
  if (typeof value === 'object' && value !== null) return `[${value.map(literal).join(', ')}]`;
  return typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'` : String(value);
}

function object(given: ExampleArguments, more: readonly string[] = []): string {
  const members = [...more, ...Object.entries(given).map(([name, value]) => `${name}: ${literal(value)}`)];
  if (members.length === 0) return '';
  const line = `{ ${members.join(', ')} }`;
  return line.length < 70 ? line : `{\n${members.map((member) => `  ${member},\n`).join('')}}`;
}

const APPLICATION = `{ ...process.env, STREAMONE_AUTH_TYPE: 'application' }`;

function firstCall({ before }: Example): { readonly lines: readonly string[]; readonly members: readonly string[] } {
  if (before === undefined) return { lines: [], members: [] };
  const call = `await s1.${before.key.replace('/', '.')}(${object(before.arguments)})`;
  if (before.gives === undefined) return { lines: [`${call};`], members: [] };
  // Its output is not known, so that nothing has a type.
  return {
    lines: [`const made = (${call}) as { id: string };`],
    members: [`${before.gives}: made.id`],
  };
}

/** The same call for every page: without a limit, which is only how many rows one page has. */
function everyRow(name: string, all: ExampleArguments): string {
  const given = Object.fromEntries(Object.entries(all).filter(([argument]) => argument !== 'limit'));
  const loop = `for await (const row of ${name}(${object(given)}))`;
  const body = 'console.log(row.id); // every page';
  return loop.includes('\n') ? `${loop} {\n  ${body}\n}` : `${loop} ${body}`;
}

/** The call in TypeScript. */
export function typescriptCode({ command, action, paged }: CatalogueEntry, example: Example): string {
  const { lines, members } = firstCall(example);
  const name = `s1.${command}.${action}`;
  const call = `await ${name}(${object(example.arguments, members)})`;
  const asks = paged
    ? [`const page = ${call};`, 'console.log(page.total, page);', '', everyRow(name, example.arguments)]
    : [`console.log(${call});`];
  return [
    `import { createClient, fromEnvironment } from '@streamone/node';`,
    '',
    `const s1 = createClient(fromEnvironment(${example.as === 'application' ? APPLICATION : ''}));`,
    ...lines,
    ...asks,
  ].join('\n');
}

import type { DescribedCommand, DescribedOption } from './described-command.ts';

const code = (text: string): string => `\`${text}\``;
/** Text that Markdown takes as it is. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/`[^`]*`|[\\*_<>[\]|]/g, (found) => (found.startsWith('`') ? found : `\\${found}`))
    .trim();
const fence = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;
const anchor = (path: string): string => path.replaceAll(' ', '-');
const isShared = ({ group }: DescribedOption): boolean => group === 'Output:' || group === 'Common options:';

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  if (rows.length === 0) return [];
  const cells = rows.map(([term, text]) => [code(term.replaceAll('|', '\\|')), plain(text)] as const);
  const widths = [0, 1].map((column) => Math.max(3, ...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - cell.length))).join(' | ')} |`;
  return [
    [line(['', '']), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...cells.map(line)].join('\n'),
  ];
}

function section(command: DescribedCommand): readonly string[] {
  const rows = [
    ...command.arguments
      .filter(({ description }) => description !== '')
      .map(({ term, description }) => [term, description] as const),
    ...command.options
      .filter((option) => !isShared(option))
      .map(({ flags, description }) => [flags, description] as const),
  ];
  const prints = command.options.some(({ group, names }) => group === 'Output:' && !names.includes('--json'));
  return [
    `### ${command.path}`,
    plain(command.description),
    fence(command.usage),
    ...table(rows),
    ...(prints ? ['It prints data: see [output options](#output-options).'] : []),
    ...(command.more === '' ? [] : [fence(command.more)]),
    ...command.commands.flatMap(section),
  ];
}

function shared(program: DescribedCommand, group: string): readonly string[] {
  const all = program.commands.flatMap(function below(command): readonly DescribedOption[] {
    return [...command.options, ...command.commands.flatMap(below)];
  });
  const found = new Map(
    all.filter((option) => option.group === group).map(({ flags, description }) => [flags, description]),
  );
  return table([...found]);
}

/** The reference of the command line, in Markdown. */
export function markdownReference(program: DescribedCommand): string {
  const own = program.commands.filter(({ commands }) => commands.every(({ action }) => action === undefined));
  const actions = program.commands.filter((command) => !own.includes(command));
  const item = ({ path, summary }: DescribedCommand): string =>
    `- [${code(path.replace('streamone ', ''))}](#${anchor(path)}): ${plain(summary)}`;
  return `${[
    '# The commands of streamone',
    '<!-- Made by scripts/generate.ts of what the commands say of themselves. -->',
    plain(program.description),
    own.map(item).join('\n'),
    `Actions: ${actions.flatMap(({ commands }) => commands.map(({ path }) => `[${code(path.replace('streamone ', ''))}](#${anchor(path)})`)).join(', ')}`,
    fence(program.more),
    '## Commands',
    ...own.flatMap(section),
    '## Actions',
    'Every action of the catalogue is a command, with an option for each argument.',
    ...actions.flatMap(({ commands }) => commands.flatMap(section)),
    '## Output options',
    ...shared(program, 'Output:'),
    '## Common options',
    'Every command has these.',
    ...shared(program, 'Common options:'),
  ].join('\n\n')}\n`;
}

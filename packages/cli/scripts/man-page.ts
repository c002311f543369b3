import type { DescribedCommand, DescribedOption } from './described-command.ts';

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** Text as roff reads it: no escapes, no requests at the start of a line, hyphens as they are typed, ASCII alone. */
function roff(text: string): string {
  return text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replaceAll(/^(?=[.'])/gm, String.raw`\&`)
    .replaceAll(/[^\n -~]/gu, (character) => `\\[u${hex(character)}]`);
}

const heading = (text: string): string => `.SH ${roff(text.toUpperCase())}`;
const subheading = (text: string): string => `.SS "${roff(text).replaceAll('"', String.raw`\(dq`)}"`;
const entry = (term: string, text: string): string =>
  `.TP\n.B ${roff(term)}\n${text === '' ? String.raw`\&` : roff(text.replaceAll(/\s+/g, ' '))}`;

/** A text whose lines are to stay as they are: examples, lists. */
function verbatim(text: string): string {
  return `.PP\n.nf\n${roff(text.replaceAll(/\n{2,}/g, '\n\n')).replaceAll(/^$/gm, '.sp')}\n.fi`;
}

const isShared = ({ group }: DescribedOption): boolean => group === 'Output:' || group === 'Common options:';

function section(command: DescribedCommand): readonly string[] {
  const own = command.options.filter((option) => !isShared(option));
  const lines = [subheading(command.usage), roff(command.description.replaceAll(/\s+/g, ' '))];
  for (const { term, description } of command.arguments) {
    if (description !== '') lines.push(entry(term, description));
  }
  for (const { flags, description } of own) lines.push(entry(flags, description));
  if (command.more !== '') lines.push(verbatim(command.more));
  return [...lines.filter((line) => line !== ''), ...command.commands.flatMap(section)];
}

function shared(program: DescribedCommand, group: string): readonly string[] {
  const all = program.commands.flatMap(function below(command): readonly DescribedOption[] {
    return [...command.options, ...command.commands.flatMap(below)];
  });
  const found = new Map(
    all.filter((option) => option.group === group).map(({ flags, description }) => [flags, description]),
  );
  return [...found].map(([flags, description]) => entry(flags, description));
}

/** The man page of the program: every command, options that many have told once. */
export function manPage(program: DescribedCommand): string {
  const own = program.commands.filter(({ commands }) => commands.every(({ action }) => action === undefined));
  const actions = program.commands.filter((command) => !own.includes(command));
  const lines = [
    String.raw`.\" Made by scripts/generate.ts of what the commands say of themselves.`,
    '.TH STREAMONE 1 "" "streamone" "User Commands"',
    heading('Name'),
    String.raw`streamone \- the StreamOne API, version 3, from the command line`,
    heading('Synopsis'),
    '.B streamone',
    roff('<command> [options]'),
    heading('Description'),
    roff(program.description),
    heading('Commands'),
    ...own.flatMap(section),
    heading('Actions'),
    'Every action of the catalogue is a command, with an option for each argument.',
    ...actions.flatMap(({ commands }) => commands.flatMap(section)),
    heading('Output options'),
    'Of commands that print data.',
    ...shared(program, 'Output:'),
    heading('Common options'),
    'Of every command.',
    ...shared(program, 'Common options:'),
    heading('Settings, exit codes, examples'),
    verbatim(program.more).replace('.PP\n', ''),
  ];
  return `${lines.join('\n')}\n`;
}

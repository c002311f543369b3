import { allCommands, catalogue } from '@streamone/core/catalogue';
import { actionLink } from './links.ts';
import { HOW_KNOWN, mark, page, plain, table } from './markdown.ts';
import type { Summaries } from './summaries.ts';

function actionTable(command: string): string {
  const rows = Object.entries(catalogue).flatMap(([key, entry]) =>
    entry?.command === command ? [[`${actionLink(key)}<br>${mark(entry.evidence)}`, plain(entry.description)]] : [],
  );
  return table([`Action, ${HOW_KNOWN}`, 'What it does'], rows);
}

/** The page of a command: its actions. */
export function commandPage(command: string, summaries: Summaries): string {
  return page({ title: command, description: `The actions of the command ${command}.` }, [
    `# ${command}`,
    plain(summaries[command] ?? ''),
    actionTable(command),
    `On a client: \`s1.${command}\`. On the command line: \`streamone ${command} --help\`.`,
  ]);
}

/** The first page of the reference. */
export function overviewPage(summaries: Summaries): string {
  const count = Object.keys(catalogue).length;
  return page({ title: 'Reference', description: 'Every known command and action of the API.' }, [
    '# Reference',
    `All ${count} actions whose names are known, made from the catalogue that the packages themselves run on. The platform has more: [any other](/guides/own-actions) can be called by its name.`,
    'See also [statuses](/reference/statuses), [data types](/reference/data-types), [tokens and roles](/reference/tokens), the [packages](/packages/), and the same [as OpenAPI and JSON Schema](/reference/machine-readable).',
    '## How well it is known {#marks}',
    'The platform’s documentation is not complete, and the real platform was not at hand while this was made. So facts carry a mark:',
    table(
      ['Mark', 'It means'],
      [
        [mark('documented'), 'The vendor’s documentation says so.'],
        [mark('observed'), 'An official SDK, or a captured exchange with the platform, shows it.'],
        [mark('inferred'), 'Deduced from those. It may be wrong: try it before you build on it.'],
      ],
    ),
    'The test server does what is documented and observed, and the plainest thing that fits where nothing is known.',
    ...allCommands.flatMap(({ command }) => [
      `## ${command} {#${command}}`,
      plain(summaries[command] ?? ''),
      actionTable(command),
    ]),
  ]);
}

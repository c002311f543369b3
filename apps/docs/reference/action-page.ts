import { isSecretName } from '@streamone/core';
import type { CatalogueEntry } from '@streamone/core/catalogue';
import { argumentsPart } from './arguments-part.ts';
import { errorsPart } from './errors-part.ts';
import type { Example } from './examples.ts';
import { factsPart } from './facts-part.ts';
import { fence, mark, page, plain } from './markdown.ts';
import { outputPart } from './output-part.ts';
import type { OwnCode } from './own-code.ts';
import type { SampleCall } from './sample-call.ts';
import { cliCode, curlCode } from './shell-code.ts';
import { typescriptCode } from './typescript-code.ts';

/** What the page of an action is made of, but for the catalogue. */
export interface ActionPageOptions {
  readonly entry: CatalogueEntry;
  readonly example: Example;
  readonly own: OwnCode | undefined;
  readonly sample: SampleCall;
}

function calls({ entry, example, own }: ActionPageOptions): readonly string[] {
  const secret = Object.keys(example.arguments).find(isSecretName);
  const withoutCurl = own !== undefined || secret !== undefined;
  const blocks = [
    fence('ts', own?.typescript ?? typescriptCode(entry, example), 'TypeScript'),
    fence('sh', own?.shell ?? cliCode(entry, example), 'Command line'),
    ...(withoutCurl ? [] : [fence('sh', curlCode(entry, example), 'curl')]),
  ];
  const why =
    secret === undefined
      ? 'There is no line for curl: this takes an answer that has to be computed, or a session.'
      : `There is no line for curl: \`${secret}\` is secret, and others on the machine can read command lines.`;
  return [`::: code-group\n\n${blocks.join('\n\n')}\n\n:::`, withoutCurl ? why : ''];
}

function answered({ response, rows }: SampleCall): readonly string[] {
  const of = rows === undefined || rows < 2 ? '' : `, the first of its ${rows} rows`;
  return [`This is what the test server answers${of}:`, fence('json', JSON.stringify(response, undefined, 2))];
}

/** The page of an action: what it does, how it is called, and everything that is known of it. */
export function actionPage(options: ActionPageOptions): string {
  const { entry, sample } = options;
  const key = `${entry.command}/${entry.action}`;
  return page({ title: key, description: entry.description.replaceAll(/\s+/g, ' '), outline: [2, 2] }, [
    `# ${key}`,
    `${plain(entry.description)} ${mark(entry.evidence)}`,
    factsPart(entry),
    '## Call it',
    'The IDs are those of the [test server](/guides/testing), whose address and keys are taken from the environment: [the lines that it prints](/guides/first-request#start-a-test-server). How to have `streamone` found is in [the command line](/guides/command-line).',
    ...calls(options),
    ...answered(sample),
    '## Try it',
    'Runs in this page, with the real client and a test server of its own. Nothing leaves your browser.',
    `<ClientOnly><TryIt action="${key}" /></ClientOnly>`,
    '## Arguments',
    ...argumentsPart(entry),
    '## Output',
    ...outputPart(entry),
    '## Errors',
    ...errorsPart(entry),
  ]);
}

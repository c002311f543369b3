import { readFile, stat } from 'node:fs/promises';
import { InvalidArgumentError } from '@streamone/node';
import { Command, Option } from 'commander';
import { type OutputOptions, addOutputOptions, checkOutput, outputFormat } from '../../output/output-options.js';
import { printData } from '../../output/print-data.js';
import { writeOut } from '../../output/write-out.js';
import type { Context } from '../../program/context.js';
import { type GlobalOptions, addGlobalOptions } from '../../program/global-options.js';
import { signingCredentials } from '../../sessions/signing-credentials.js';
import type { PastedRequest } from './pasted-request.js';
import { readPasted } from './read-pasted.js';
import { reportText } from './report-text.js';
import type { VerifyReport } from './verify-report.js';

interface VerifyOptions extends GlobalOptions, OutputOptions {
  readonly file?: string;
  readonly body?: string;
  readonly method?: string;
  readonly header?: readonly string[];
}

const LARGEST = 2 * 1024 * 1024;

/** The exit code of what is signed wrong: of invalid input. */
const WRONG = 3;

const MORE = `
It takes a curl line, an address (its body by --body, or on the lines below it), raw HTTP, what \`streamone sign --json\`
prints, or a signed media link: as an argument, by --file, or on stdin, which is easiest for what has quotes in it.
Nothing is sent. It is checked with the key of the profile, of the user or application that the request is from.

Ends with 0 where the signature is right and with 3 where something is wrong. How old a request is counts for neither;
a link that has expired is wrong.

Examples:
  streamone verify < request.txt
  streamone verify 'https://api.streamonecloud.net/api/item/view?…&signature=…' --body limit=5
  streamone verify 'https://media.example.org/hls/account=A/item=I/video.m3u8?signuser=…'`;

const collect = (text: string, former: readonly string[] | undefined): readonly string[] => [...(former ?? []), text];

async function readFileText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) {
      throw new InvalidArgumentError({
        argument: '--file',
        expected: `a file of at most ${LARGEST} bytes`,
        given: size,
      });
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw error;
    const advice = error instanceof Error ? error.message : String(error);
    throw new InvalidArgumentError({ argument: '--file', expected: 'a file that can be read', given: path, advice });
  }
}

async function textOf(context: Context, given: string | undefined, { file }: VerifyOptions): Promise<string> {
  if (given !== undefined && given !== '-') {
    if (file === undefined) return given;
    throw new InvalidArgumentError({ expected: 'either a request or --file', given: 'both' });
  }
  if (file !== undefined) return readFileText(file);
  if (process.stdin.isTTY) {
    const advice = '`streamone verify --help` has examples.';
    throw new InvalidArgumentError({
      expected: 'a request as an argument, by --file, or on stdin',
      given: undefined,
      advice,
    });
  }
  const { readStdin } = await import('../../program/read-stdin.js');
  return readStdin('verify', LARGEST, context.signal);
}

/** What options say of a request is stronger than what was pasted. */
function completed(pasted: PastedRequest, { body, method, header = [] }: VerifyOptions): PastedRequest {
  const added = header.map((line) => {
    const [, name, value = ''] = /^([^:\s]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) return [name.toLowerCase(), value] as const;
    throw new InvalidArgumentError({ argument: '--header', expected: 'a header as "Name: value"', given: line });
  });
  return {
    method: method ?? pasted.method,
    target: pasted.target,
    headers: added.length === 0 ? pasted.headers : { ...pasted.headers, ...Object.fromEntries(added) },
    body: body ?? pasted.body,
  };
}

const LINK = /[?&]sign(?:user|ts)=|^(?:https?:\/\/[^/?#]+)?\/(?:progressive|hls|dash|hds|smooth)(?:live)?\//i;

async function verify(context: Context, text: string, options: VerifyOptions): Promise<VerifyReport> {
  const request = completed(readPasted(text), options);
  const settings = await context.settings(options);
  const { credentials, problem, session } = settings;
  if (credentials === undefined)
    throw problem ?? new InvalidArgumentError({ expected: 'credentials', given: undefined });
  const { value, from } = credentials;
  const checkedWith = `the key of ${value.type} ${value.id} (${from})`;
  if (LINK.test(request.target)) {
    const { verifyLink } = await import('./verify-link.js');
    return verifyLink(request.target, value, checkedWith, Date.now());
  }
  const { verifyRequest } = await import('./verify-request.js');
  const keys = await signingCredentials(context, settings);
  const and = keys.type === 'session' ? ` and of the session of ${session?.value.username ?? ''}` : '';
  return verifyRequest(request, keys, `${checkedWith}${and}`, Date.now());
}

/** `streamone verify`: says whether a request or a link that somebody made is signed right, and else what is wrong. */
export function verifyCommand(context: Context): Command {
  const command = new Command('verify')
    .description('Checks a request or a signed link that was made elsewhere, and says what is wrong with it.')
    .argument('[request]', 'what is to be checked; stdin unless given')
    .option('--file <path>', 'read it from a file')
    .option('--body <form>', 'the body of the request')
    .option('--method <method>', 'the method of the request; POST unless it says')
    .addOption(new Option('--header <name: value>', 'a header of the request').argParser(collect))
    .addHelpText('after', MORE);
  addOutputOptions(addGlobalOptions(command));
  return command.action(async (given: string | undefined, options: VerifyOptions) => {
    await checkOutput(options);
    const report = await verify(context, await textOf(context, given, options), options);
    const plain = options.fields === undefined && options.query === undefined;
    if (plain && outputFormat(options) === 'table') await writeOut(reportText(report));
    else await printData(report, options);
    if (!report.valid) process.exitCode = WRONG;
  });
}

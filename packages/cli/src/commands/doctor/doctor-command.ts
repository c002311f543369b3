import { styleText } from 'node:util';
import { Command } from 'commander';
import { type OutputOptions, addOutputOptions, checkOutput, outputFormat } from '../../output/output-options.js';
import { printData } from '../../output/print-data.js';
import { printable } from '../../output/report-error.js';
import { writeOut } from '../../output/write-out.js';
import type { Context } from '../../program/context.js';
import { type GlobalOptions, addGlobalOptions } from '../../program/global-options.js';
import type { NamedFinding, Result } from './finding.js';
import { runChecks } from './run-checks.js';

type DoctorOptions = GlobalOptions & OutputOptions;

const MORE = `
It checks settings, address, TLS, whether the API answers, the clock, credentials, tokens and account, one after the
other, and says what to do. Nothing is changed. To see that the API answers, it asks for api/info without a parameter on
purpose: a test server with --explain tells of that as UNKNOWN_PARAMETER.

Ends with 0 where nothing fails, warnings aside, else with the code of what failed first: 69 for address, TLS and API,
4 for credentials, 5 for tokens, 6 for an account that there is not, 2 for settings, 1 for the clock.

Examples:
  streamone doctor
  streamone doctor --profile work --query '$[result = "fail"]'`;

const COLOURS = { ok: 'green', warn: 'yellow', fail: 'red', skipped: 'gray' } as const;
const WIDEST = 11;

function line({ check, result, detail, advice }: NamedFinding): string {
  const word: Readonly<Record<Result, string>> = { ok: 'ok  ', warn: 'warn', fail: 'fail', skipped: '-   ' };
  const shown = styleText(COLOURS[result], word[result], { stream: process.stdout });
  const more = advice === undefined ? '' : `${' '.repeat(WIDEST + 7)}${printable(advice)}\n`;
  return `${shown}  ${check.padEnd(WIDEST)} ${printable(detail)}\n${more}`;
}

/** `streamone doctor`: checks one after the other what a call needs. */
export function doctorCommand(context: Context): Command {
  const command = new Command('doctor')
    .description('Checks all that a call needs, one after the other, and says what to do.')
    .addHelpText('after', MORE);
  return addOutputOptions(addGlobalOptions(command)).action(async (options: DoctorOptions) => {
    await checkOutput(options);
    const people = options.fields === undefined && options.query === undefined && outputFormat(options) === 'table';
    const findings: NamedFinding[] = [];
    for await (const finding of runChecks(context, options)) {
      findings.push(finding);
      if (people) await writeOut(line(finding));
    }
    const rows = findings.map(({ check, result, detail, advice = null }) => ({ check, result, detail, advice }));
    if (!people) await printData(rows, options);
    const worst = findings.find(({ result }) => result === 'fail');
    if (worst !== undefined) process.exitCode = worst.exitCode ?? 1;
  });
}

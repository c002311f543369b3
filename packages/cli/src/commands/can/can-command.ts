import { styleText } from 'node:util';
import type { NodeClient } from '@streamone/node';
import { Command } from 'commander';
import { type OutputOptions, addOutputOptions, checkOutput, outputFormat } from '../../output/output-options.js';
import { printData } from '../../output/print-data.js';
import { printable } from '../../output/report-error.js';
import { note, writeOut } from '../../output/write-out.js';
import type { Context } from '../../program/context.js';
import { type GlobalOptions, addGlobalOptions } from '../../program/global-options.js';
import { type TokenAnswer, answersOf, unknownToken } from './answer-of.js';
import { knownTokens } from './known-tokens.js';

type CanOptions = GlobalOptions & OutputOptions;

/** The exit code of "no": that of access denied. */
const DENIED = 5;

const MORE = `
Ends with 0 where each of the tokens may be used, in each of the accounts, and with 5 where one may not. Without tokens
it lists those that there are. Told by the roles that are held, and by what the platform lists where those can't tell;
the platform decides when something is done.

Examples:
  streamone can item-read --account A1,A2
  if streamone can item-upload item-play --quiet > /dev/null; then …
  streamone can --account A1`;

/** The tokens that one has, where one acts; outside of any account those of the roles that are held for everything. */
async function listed(client: NodeClient): Promise<readonly object[]> {
  const { account, accounts, customer } = client.options;
  const outside = account === undefined && accounts === undefined && customer === undefined;
  const roles = await client.roles();
  const everywhere = roles.filter((each) => !each.account && !each.customer).flatMap(({ role }) => role.tokens);
  const tokens = outside ? [...new Set(everywhere)] : await client.tokens();
  const known = knownTokens();
  return [...tokens].sort().map((token) => ({ token, actions: known.get(token) ?? [] }));
}

function sentence(answer: TokenAnswer): string {
  const { token, allowed, reason, heldIn, givenBy } = answer;
  const unknown = unknownToken(answer);
  const word = allowed
    ? styleText('green', 'yes', { stream: process.stdout })
    : styleText('red', 'no', { stream: process.stdout });
  const lines = [`${word} ${printable(`${token}: ${reason}`)}`];
  const add = (text: string): void => void lines.push(`    ${printable(text)}`);
  if (heldIn.length > 0) add(`you have it in: ${heldIn.join(', ')}`);
  if (givenBy !== null && givenBy.length > 0) add(`roles that give it: ${givenBy.join(', ')}`);
  if (unknown !== undefined) add(unknown);
  else if (givenBy === null) add('which roles give it, the platform does not tell you');
  else if (givenBy.length === 0 && !allowed) add('no role that you may see gives it');
  return `${lines.join('\n')}\n`;
}

async function tell(answers: readonly TokenAnswer[], options: CanOptions): Promise<void> {
  const plain = options.fields === undefined && options.query === undefined;
  if (plain && outputFormat(options) === 'table') return writeOut(answers.map(sentence).join(''));
  for (const text of answers.map(unknownToken)) if (text !== undefined) note(printable(text), options);
  return printData(answers, options);
}

/** `streamone can token…`: whether the actor may use tokens, and why not. */
export function canCommand(context: Context): Command {
  const command = new Command('can')
    .description(
      'Tells whether you may use a token in the account(s) or for the customer, and if not, what is missing.',
    )
    .argument('[token...]', 'as item-read; lists what you have unless given')
    .addHelpText('after', MORE);
  return addOutputOptions(addGlobalOptions(command)).action(async (tokens: string[], options: CanOptions) => {
    await checkOutput(options);
    const client = await context.client(options);
    if (tokens.length === 0) return printData(await listed(client), options);
    const answers = await answersOf(client, [...new Set(tokens)], context.signal);
    await tell(answers, options);
    if (!answers.every(({ allowed }) => allowed)) process.exitCode = DENIED;
    return undefined;
  });
}

// `streamone configure` on a terminal, whose questions are answered as by somebody who knows ID, key and account.
import { openProgram } from '../../../../packages/cli/test/terminal.ts';

const [main = '', ...args] = process.argv.slice(2);
const {
  STREAMONE_API_URL: url = '',
  STREAMONE_USER_ID: id = '',
  STREAMONE_USER_PSK: psk = '',
  STREAMONE_DEFAULT_ACCOUNT_ID: account = '',
  HOME,
  PATH,
} = process.env;

const answers: readonly (readonly [question: RegExp, answer: string])[] = [
  [/Address of the API/, url],
  [/Who signs\?.*\n.*a user/, ''],
  [/ID of the user/, id],
  [/Pre-shared key/, psk],
  [/Where to act\?/, ''],
  [/ID of the account/, account],
];

const terminal = openProgram([process.execPath, main, ...args], { HOME, PATH });
try {
  for (const [question, answer] of answers) {
    await terminal.waitFor(question);
    if (answer !== '') terminal.type(answer);
    terminal.press('Enter');
  }
  const shown = await terminal.waitFor(/exit \d+/);
  if (!/exit 0/.test(shown)) throw new Error(`streamone configure did not succeed:\n${shown}`);
} finally {
  terminal.close();
}

import { allCommands } from '@streamone/core/catalogue';
import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.js';

const env = { STREAMONE_CONFIG: '/nowhere/config.toml' };

/** Where the options begin that all actions have: told once, in the snapshot of the first. */
const COMMON = /\n(?:Output|Common options):\n(?:  .*\n)+/g;

async function helpOf(...words: string[]): Promise<string> {
  const { stdout, stderr, code } = await runCli([...words, '--help'], env);
  expect([stderr, code]).toEqual(['', 0]);
  return stdout;
}

describe('help', () => {
  it('says of both options of a boolean what they do', async () => {
    expect(await helpOf('item', 'view')).toMatch(/--no-archived +the opposite of --archived\n/);
  });

  it('of the program', async () => {
    expect(await helpOf()).toMatchSnapshot();
  });

  it.each(['login', 'logout', 'whoami', 'can', 'status', 'doctor', 'upload', 'completion'])(
    'of %s',
    async (command) => {
      expect((await helpOf(command)).replaceAll(COMMON, '')).toMatchSnapshot();
    },
  );

  it.each(['sign', 'verify', 'link', 'link media', 'link signed', 'link poster', 'open', 'test-server'])(
    'of %s',
    async (command) => {
      expect((await helpOf(...command.split(' '))).replaceAll(COMMON, '')).toMatchSnapshot();
    },
  );

  it.each(['call', 'configure', 'config', 'config show'])('of %s', async (command) => {
    expect(await helpOf(...command.split(' '))).toMatchSnapshot();
  });

  it('of an action, whole', async () => {
    expect(await helpOf('item', 'view')).toMatchSnapshot();
  });

  it('of every action', async () => {
    const actions = allCommands.flatMap(({ command, actions: of }) => Object.keys(of).map((name) => [command, name]));
    const helps: string[] = [];
    for (const pair of actions) helps.push((await helpOf(...pair)).replaceAll(COMMON, ''));
    expect(helps.join('\n────\n\n')).toMatchSnapshot();
    // A process for each of them.
  }, 120_000);

  it('is the same by the word help', async () => {
    const { stdout } = await runCli(['help', 'item'], env);
    expect(stdout).toBe(await helpOf('item'));
  });

  it.each([
    [['itm', 'view'], 'Did you mean item?'],
    [['confgure'], 'Did you mean configure?'],
    [['item', 'vew'], 'Did you mean view?'],
    [['item', 'view', '--searchtitl', 'x'], 'Did you mean --searchtitle?'],
  ])('%j: suggests what was meant', async (args, said) => {
    const { stderr, code } = await runCli(args, env);
    expect(stderr).toContain(said);
    expect(code).toBe(2);
  });
});

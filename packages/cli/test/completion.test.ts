import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestServer, startTestServer } from '@streamone/test-server';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../src/completion/answer.js';
import type { CompletionTree } from '../src/completion/completion-tree.js';
import { splitLine } from '../src/completion/split-line.js';
import { type OwnShell, type ShellName, hasShell, openShell } from './own-shell.js';
import { CLI, runCli, runProgram } from './run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'streamone-completion-'));
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const environment = (): NodeJS.ProcessEnv => ({
  STREAMONE_API_URL: server.url,
  STREAMONE_USER_ID: server.credentials.user.id,
  STREAMONE_USER_PSK: server.credentials.user.psk,
  STREAMONE_DEFAULT_ACCOUNT_ID: server.credentials.account,
});

const ask = async (line: string, env: NodeJS.ProcessEnv = {}): Promise<readonly string[]> => {
  const { stdout, stderr, code } = await runCli(['complete', 'bash', `streamone ${line}`, '37', '80', '=:'], env);
  expect([stderr, code]).toEqual(['', 0]);
  return stdout.split('\n').slice(1, -1);
};

/** The same without a process for each: the tree that was built, asked by the sources. */
function answered(line: string): readonly string[] {
  const tree = JSON.parse(readFileSync(new URL('../dist/completion.json', import.meta.url), 'utf8')) as CompletionTree;
  const { words, word } = splitLine(line);
  return answer(tree, words, word, () => []).candidates.map(({ value }) => value);
}

describe('what can stand at the cursor', () => {
  it.each<[string, readonly string[]]>([
    ['confi', ['configure', 'config']],
    ['help it', ['item']],
    ['--profile work item v', ['view']],
    ['item view --searcht', ['--searchtitle']],
    ['item view --searchtitle x --searcht', []],
    ['item view --itemtype v', ['video', 'videoonly']],
    ['item view --itemtype=v', ['--itemtype=video', '--itemtype=videoonly']],
    ['item view --fields id,acc', ['id,account', 'id,account.id', 'id,account.name']],
    ['item view --arg searchti', ['searchtitle=']],
    ['item view --unset archi', ['archived']],
    ['call item/v', ['item/view']],
    ['call item/view searchtitle=a searcht', []],
    ['call item/view lim', ['limit=']],
    ['status 29', expect.arrayContaining(['290']) as string[]],
    ['status ITEM_NOT_F', ['ITEM_NOT_FOUND']],
    ['can item-re', ['item-read']],
    ['completion z', ['zsh']],
    ['upload --progress j', ['json']],
    ['upload --progre', ['--progress']],
    ["item view --searchtitle 'a b' --itemtype au", ['audio']],
    ["item view --searchtitle 'open quo", []],
    ['itm view --', []],
  ])('%s', (line, expected) => {
    expect(answered(line)).toEqual(expected);
  });

  it('whatever the line is', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('item', 'view', 'call', 'help', '--', '--fields', '--json=', "'", '"', '\\', 'item/view'),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const last = splitLine(words.join(' ')).word;
        const equals = last.startsWith('-') ? '' : last.slice(0, last.lastIndexOf(',') + 1);
        for (const value of answered(words.join(' '))) expect(value.startsWith(equals)).toBe(true);
      }),
    );
  });

  it('zones by name', async () => {
    expect(await ask('item view --timezone Europe/Amst')).toEqual(['Europe/Amsterdam']);
  });

  it('only what stands behind the last = where bash takes that for the end of a word', async () => {
    expect(await ask('item view --itemtype=v')).toEqual(['video', 'videoonly']);
    expect(await ask("item view '--itemtype=v")).toEqual(['--itemtype=video', '--itemtype=videoonly']);
  });

  it('profiles by name, and nothing of their keys', async () => {
    const config = join(folder, 'config.toml');
    writeFileSync(config, '[profiles.work]\npsk = "hidden"\n[profiles."two words"]\n', { mode: 0o600 });
    expect(await ask('config use ', { STREAMONE_CONFIG: config })).toEqual(['work', String.raw`two\ words`]);
    expect(await ask('item view --profile w', { STREAMONE_CONFIG: config })).toEqual(['work']);
  });

  it.each([
    [['--version'], []],
    [
      ['complete', 'zsh', 'item', ''],
      ['complete', 'config-path', 'line-of', 'seen-ids'],
    ],
    [['completion', 'zsh'], ['print-script']],
  ])('%j loads nothing else', async (args, expected) => {
    const preload = join(folder, 'tell.cjs');
    const tell = 'Object.keys(require.cache).filter((file) => file.includes("chunks")).join("\\n")';
    writeFileSync(preload, `process.on('exit', () => process.stderr.write(${tell}));`);
    const { stderr } = await runProgram(process.execPath, ['--require', preload, CLI, ...args], {});
    const loaded = stderr.split('\n').map((file) => file.replace(/.*chunks.(.*)-.{8}\.js$/, '$1'));
    expect(loaded.filter((name) => name !== '').toSorted()).toEqual(expected);
  });
});

describe.each<ShellName>(['bash', 'zsh', 'fish'])('in %s', (name) => {
  describe.skipIf(!hasShell(name))('on a terminal', () => {
    let shell: OwnShell;
    beforeAll(async () => {
      shell = await openShell(name, environment());
    });
    afterAll(() => shell.close());

    it('a command is completed, with a blank behind it', async () => {
      shell.complete('streamone ite');
      shell.type('vi');
      shell.press('Tab');
      shell.type('Z');
      await shell.waitFor(/> streamone item view Z/);
    });

    it('options are listed with what they mean', async () => {
      shell.complete('streamone item view --search', 2);
      const screen = await shell.waitFor(/--searchkeywords/);
      expect(screen).toMatch(/--searchtitle +\W+Items whose title contains this/);
    });

    it('the value of an option is completed, behind a blank and behind =', async () => {
      shell.complete('streamone item create --itemtype au');
      shell.type('Z');
      await shell.waitFor(/--itemtype audio Z/);
      shell.complete('streamone item create --itemtype=au');
      await shell.waitFor(/--itemtype=audio/);
    });

    it('of a list the last part is', async () => {
      shell.complete('streamone item view --fields id,titl');
      await shell.waitFor(/--fields id,title/);
    });

    it('the name of an argument is left open for its value', async () => {
      shell.complete('streamone call item/view searchtit');
      await shell.waitFor(/item\/view searchtitle=/);
      shell.type('X');
      await shell.waitFor(/searchtitle=X/);
    });

    it('files are, where there should be some', async () => {
      writeFileSync(join(shell.home, 'one evening.mp4'), 'x');
      shell.complete('streamone upload one');
      await shell.waitFor(/upload (one\\ evening\.mp4|'one evening\.mp4')/);
      shell.complete('streamone open one');
      shell.type('Z');
      await shell.waitFor(/open oneZ/);
    });

    it('nothing that is typed is run', async () => {
      shell.complete('streamone item view --searchtitle "$(touch ran)" --searchkeyw');
      await shell.waitFor(/--searchkeywords/);
      expect(existsSync(join(shell.home, 'ran'))).toBe(false);
    });

    it('IDs are, with titles, once they were listed', async () => {
      shell.complete('');
      shell.type('streamone item view --limit 3 --json --fields id,title; echo DO"NE"');
      shell.press('Enter');
      const listed = await shell.waitFor(/DONE/);
      const [, id = '', title = ''] = /"id": "([^"]+)",\s+"title": "([^"]+)"/.exec(listed) ?? [];
      expect(id).not.toBe('');
      shell.complete('streamone open ', 2);
      const shown = await shell.waitFor(new RegExp(`${id} +\\W*${title.slice(0, 10).replaceAll(/\W/g, '.')}`));
      expect(shown).toContain(id);
      const cache = join(shell.home, '.cache', 'streamone', 'seen-ids.json');
      expect(statSync(cache).mode & 0o777).toBe(0o600);
      expect(readFileSync(cache, 'utf8')).not.toContain(server.credentials.user.psk);
      shell.complete(`streamone open ${id.slice(0, 6)}`);
      shell.type('Z');
      await shell.waitFor(new RegExp(`open ${id} Z`));
    });
  });
});

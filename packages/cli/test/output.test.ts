import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestServer, startTestServer } from '@streamone/test-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, anybody, startPageServer } from './page-server.js';
import { CLI, runCli, runOnTerminal, runProgram } from './run-cli.js';
import { openTerminal } from './terminal.js';

let server: TestServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer();
  env = {
    STREAMONE_API_URL: server.url,
    STREAMONE_USER_ID: server.credentials.user.id,
    STREAMONE_USER_PSK: server.credentials.user.psk,
    STREAMONE_DEFAULT_ACCOUNT_ID: server.credentials.account,
    STREAMONE_CONFIG: '/nowhere/config.toml',
  };
});

afterAll(() => server.close());

const view = (...args: string[]): Promise<string> =>
  runCli(['item', 'view', '--limit', '3', ...args], env).then(({ stdout, stderr, code }) => {
    expect([stderr, code]).toEqual(['', 0]);
    return stdout;
  });

interface Row {
  readonly id: string;
  readonly title: string;
  readonly account: { readonly id: string; readonly name: string };
  readonly datecreated: string;
  readonly keywords: readonly string[];
}

describe('the forms of an answer', () => {
  it('are the same data: JSON, a line for each, CSV, raw', async () => {
    const [json, ndjson, csv, raw] = await Promise.all([
      view(),
      view('--ndjson'),
      view('--csv'),
      view('--raw', '--fields', 'id,title'),
    ]);
    const rows = JSON.parse(json) as Row[];
    expect(rows).toHaveLength(3);
    expect(
      ndjson
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(rows);
    expect(raw).toBe(rows.map(({ id, title }) => `${id}\t${title}\n`).join(''));
    const [head, ...lines] = csv.trimEnd().split('\n');
    expect(head).toMatch(/^id,title,.*account\.id,account\.name/);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(`"${rows[1]?.keywords.join(',')}"`);
    expect(lines[1]).toContain(rows[1]?.datecreated);
  });

  it('have the fields that are asked for, in their order, and null for what is not there', async () => {
    const rows = JSON.parse(await view('--fields', 'title,account.name,nothing,id', '--quiet')) as Row[];
    expect(Object.keys(rows[0] ?? {})).toEqual(['title', 'account', 'nothing', 'id']);
    expect(rows[0]).toMatchObject({ account: { name: 'Newsroom' }, nothing: null });
    expect(Object.keys(rows[0]?.account ?? {})).toEqual(['name']);
    expect(await view('--csv', '--quiet', '--fields', 'account.name,nothing')).toBe(
      'account.name,nothing\n'.concat('Newsroom,\n'.repeat(3)),
    );
  });

  it('are told about where a field is asked for that nobody knows', async () => {
    const fields = ['--fields', 'id,titel,account.nam,description'];
    const warning = [
      'warning: --fields: the answer has no titel. Did you mean title?\n',
      'warning: --fields: the answer has no account.nam. Did you mean account.name?\n',
    ].join('');
    for (const words of [
      ['item', 'view'],
      ['call', 'item/view'],
      ['item', 'view', '--all'],
    ]) {
      const { code, stderr } = await runCli([...words, ...fields], env);
      expect([code, stderr]).toEqual([0, warning]);
    }
  });

  it('are what a query makes of them', async () => {
    const rows = JSON.parse(await view()) as Row[];
    expect(JSON.parse(await view('--query', '$count($)'))).toBe(3);
    expect(JSON.parse(await view('--query', '$.{"t": title, "at": datecreated}'))).toEqual(
      rows.map(({ title, datecreated }) => ({ t: title, at: datecreated })),
    );
    expect(await view('--raw', '--query', 'id')).toBe(rows.map(({ id }) => `${id}\n`).join(''));
    expect(await view('--query', 'nothing')).toBe('null\n');
  });

  it.each([
    ['two forms', ['--json', '--csv'], /one of --json, --ndjson, --csv, --raw, given "--json and --csv"/],
    ['fields and a query', ['--fields', 'id', '--query', 'id'], /either --fields or --query/],
    ['a query that is none', ['--query', '$count('], /--query: expected a JSONata expression.*character/],
    ['fields that are none', ['--fields', 'id,,title'], /--fields: expected names/],
    ['a number of rows that is none', ['--max', '0'], /--max: expected a number of rows/],
  ])('refuse %s before anything is sent', async (_name, args, said) => {
    const before = server.journal.entries().length;
    const { code, stdout, stderr } = await runCli(['item', 'view', ...args], env);
    expect(stderr).toMatch(said);
    expect([code, stdout]).toEqual([2, '']);
    expect(server.journal.entries()).toHaveLength(before);
  });
});

describe('every page', () => {
  it('is printed as it arrives, in one list, the same as at once', async () => {
    const [all, once] = await Promise.all([
      runCli(['item', 'view', '--unset', 'archived', '--all', '--limit', '3'], env),
      runCli(['item', 'view', '--unset', 'archived', '--limit', '1000'], env),
    ]);
    expect(all.stdout).toBe(once.stdout);
    expect((JSON.parse(all.stdout) as Row[]).length).toBeGreaterThan(15);
  });

  it('ends after so many rows', async () => {
    const rows = JSON.parse(await view('--max', '7')) as Row[];
    expect(rows).toHaveLength(7);
    expect(await view('--max', '4', '--raw', '--query', '$count($)')).toBe('4\n');
  });

  it('is an empty list where there is nothing', async () => {
    expect(await view('--all', '--title', 'no such title')).toBe('[]\n');
    expect(await view('--all', '--csv', '--fields', 'id', '--title', 'no such title')).toBe('id\n');
    expect(await view('--all', '--ndjson', '--title', 'no such title')).toBe('');
  });

  it('is for actions that have pages', async () => {
    const declared = await runCli(['call', 'api/info', '--all'], env);
    expect(declared.stderr).toMatch(/--all: expected an action with pages, given "api\/info"/);
    const unknown = await runCli(['call', 'category/view', '--all'], env);
    expect(unknown.stderr).toContain('Add --paged');
    expect([declared.code, unknown.code]).toEqual([2, 2]);
  });

  describe('of very many', () => {
    let pages: PageServer;
    const close: (() => void)[] = [];
    const serve = async (options: Parameters<typeof startPageServer>[0]): Promise<Record<string, string>> => {
      const started = await startPageServer(options);
      pages = started;
      close.push(() => started.close());
      return anybody(pages.url);
    };
    afterAll(() => close.forEach((each) => each()));

    it('takes no more memory than a few', async () => {
      const filler = 'x'.repeat(2000);
      const many = await serve({ count: 30_000, row: (index) => ({ id: `row-${index}`, filler }) });
      const limited = { ...many, NODE_OPTIONS: '--max-old-space-size=32' };
      const command = `'${process.execPath}' '${CLI}' call a/b --paged --all limit=1000 | tail -c 40`;
      const { stdout, stderr } = await runProgram('bash', ['-c', command], limited);
      expect(stderr).toBe('');
      expect(stdout).toMatch(/x"\n {2}\}\n\]\n$/);
      expect(pages.asked()).toBe(30);
    });

    it('is asked for no further when the reader goes away', async () => {
      const endless = await serve({ count: 1_000_000_000, row: (index) => ({ id: `row-${index}` }) });
      const command = `'${process.execPath}' '${CLI}' call a/b --paged --all --ndjson | head -n 2; echo "\${PIPESTATUS[0]}"`;
      const { stdout, stderr } = await runProgram('bash', ['-c', command], endless);
      expect(stdout).toBe('{"id":"row-0"}\n{"id":"row-1"}\n0\n');
      expect(stderr).toBe('');
    });

    it('leaves a list open, on a line of its own, when a page is refused', async () => {
      const refusing = await serve({ count: 100, row: (index) => ({ id: `row-${index}` }), refusesFrom: 2 });
      const { code, stdout, stderr } = await runCli(['call', 'a/b', '--paged', '--all'], refusing);
      expect(code).toBe(5);
      expect(stderr).toMatch(/^error: a\/b: status 4/);
      expect(stdout).toMatch(/row-39"\n {2}\}\n$/);
      expect(() => JSON.parse(stdout) as unknown).toThrow('JSON');
    });

    it('tells what only later rows have, since a head of CSV can not be taken back', async () => {
      const growing = await serve({ count: 40, row: (index) => (index < 20 ? { id: 1 } : { id: 1, late: 2 }) });
      const { stdout } = await runCli(['call', 'a/b', '--paged', '--all', '--csv'], growing);
      expect(stdout).toBe(`id\n${'1\n'.repeat(40)}`);
    });
  });
});

/** How wide a line is on a terminal. */
const width = (line: string): number =>
  Array.from(line).reduce(
    (sum, character) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uff60]/u.test(character) ? 2 : 1),
    0,
  );

describe('on a terminal', () => {
  it('text and errors are wrapped at the ends of words', async () => {
    const help = await runOnTerminal(['upload', '--help'], env, 60);
    const [, text = ''] = help.split('\nThe platform archives');
    expect(text).toMatch(/^ what is uploaded, which hides it/);
    const prose = text.split('\n').filter((line) => /^\S/.test(line));
    expect(Math.max(...prose.map(width))).toBeLessThanOrEqual(60);
    const refused = await runOnTerminal(['item', 'view', '--account', '', '--limit', '3'], env, 60);
    expect(refused).toMatch(/^error: item\/view: account: missing: [^]*profile\.\s*$/);
    expect(Math.max(...refused.split('\n').map(width))).toBeLessThanOrEqual(60);
    expect(refused.trim().split('\n').length).toBeGreaterThan(1);
  });

  it('one column that has no room is one', async () => {
    const long = { first: 'x'.repeat(60), second: 'y'.repeat(60), third: 'z'.repeat(60) };
    const wide = await startPageServer({ count: 1, row: () => long });
    const shown = await runOnTerminal(['call', 'a/b', '--paged'], anybody(wide.url), 20);
    wide.close();
    expect(shown).toContain('1 more column: --json has it, --fields chooses');
  });

  it.each([40, 80, 132])('a table of %i columns fits, wide characters included', async (columns) => {
    const terminal = openTerminal(['item', 'view', '--searchtitle', '2020'], env, columns);
    try {
      const shown = await terminal.waitFor(/exit 0/);
      const lines = shown.split('\n').filter((line) => /^[│┌└]/.test(line));
      expect(shown).toContain('東京2020');
      expect(new Set(lines.map(width)).size).toBe(1);
      expect(width(lines[0] ?? '')).toBeLessThanOrEqual(columns);
    } finally {
      terminal.close();
    }
  });

  it('shows pages under one head, numbers at the right, and what is beside the data', async () => {
    const args = ['item', 'view', '--all', '--limit', '4', '--fields', 'title,views'];
    const shown = await runOnTerminal(args, env, 60);
    expect(shown.match(/title/g)).toHaveLength(1);
    expect(shown.match(/^[┌└]/gm)).toHaveLength(2);
    expect(shown).toMatch(/│ +\d+ │/);
    expect(shown).toMatch(/\n(\d+) of \1; dates in Europe\/Amsterdam\n/);
  });

  it('shows one record as its fields, long values on several lines', async () => {
    const args = ['item', 'view', '--itemtype', 'video', '--query', '$[0]', '--limit', '2'];
    const shown = await runOnTerminal(args, { ...env, NO_COLOR: '1' }, 60);
    expect(shown).toMatch(/│ field +│ value/);
    expect(shown).toMatch(/│ account\.name +│ Newsroom/);
    expect(shown).toMatch(/│ medialink\.hls +│ http\S+ │\n│ +│ \S+ +│/);
    expect(
      new Set(
        shown
          .split('\n')
          .filter((line) => /^[│┌└]/.test(line))
          .map(width),
      ).size,
    ).toBe(1);
  });

  it('makes the head bold, unless NO_COLOR is set', async () => {
    const bold = await runOnTerminal(['item', 'view', '--limit', '1'], env, 80);
    const plain = await runOnTerminal(['item', 'view', '--limit', '1'], { ...env, NO_COLOR: '1' }, 80);
    expect(bold).toContain('\u001B[1mid\u001B[22m');
    expect(plain).not.toContain('\u001B');
  });

  it('lets no text steer it', async () => {
    const title = 'a\u001B[31mred\u0007\u009B2J';
    const made = await runCli(['item', 'create', '--json-args', JSON.stringify({ title })], env);
    expect((JSON.parse(made.stdout) as Row).title).toBe(title);
    const args = ['item', 'view', '--searchtitle', 'red', '--unset', 'archived'];
    const forms = await Promise.all(
      [[], ['--json'], ['--ndjson'], ['--csv'], ['--raw', '--fields', 'title']].map((form) =>
        runOnTerminal([...args, ...form], { ...env, NO_COLOR: '1' }, 100),
      ),
    );
    for (const shown of forms) {
      expect(shown).toContain('red');
      expect(shown).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/);
    }
  });

  it('says that it is done where there is nothing to show, and keeps quiet when asked to', async () => {
    const [playlist] = JSON.parse((await runCli(['playlist', 'view'], env)).stdout) as Row[];
    const removed = await runOnTerminal(['playlist', 'delete', '--arg', `playlist=${playlist?.id}`], env, 80);
    expect(removed).toBe('done\n');
    const quiet = await runOnTerminal(['item', 'view', '--limit', '1', '--quiet'], env, 80);
    expect(quiet.trimEnd()).toMatch(/┘$/);
  });
});

it.each(['item view', 'completion bash', '--version'])(
  'says what is wrong when %s can not be written',
  async (words) => {
    const command = `'${process.execPath}' '${CLI}' ${words} > /dev/full`;
    const { code, stderr } = await runProgram('bash', ['-c', command], env);
    expect(stderr).toMatch(/^error: the output can't be written: ENOSPC/);
    expect(code).toBe(1);
  },
);

it('tells by --verbose what is sent and answered, without secrets', async () => {
  const { stdout, stderr } = await runCli(['item', 'view', '--limit', '1', '--verbose'], env);
  expect(JSON.parse(stdout)).toHaveLength(1);
  expect(stderr).toMatch(/item\/view → attempt 1\n.*item\/view ← status 0 OK, HTTP 200, \d+ ms\n/);
  expect(stderr).not.toContain(server.credentials.user.psk);
});

it('turns no text around that is next to a title', async () => {
  const { printable } = await import('../src/output/report-error.js');
  expect(printable('bidi\u202Eevil\u2066x')).toBe('bidi\uFFFDevil\uFFFDx');
  expect(printable('مقابلة مع')).toBe('مقابلة مع');
});

it.each([
  [['item', 'view'], 2, /^error: item\/view: account: missing: one or more accounts\. --account gives it/],
  [['item', 'view', '--url', 'http://example.org'], 2, /--insecure permits it/],
])('advises who types %j', async (args, ends, advice) => {
  const { STREAMONE_DEFAULT_ACCOUNT_ID: _, ...bare } = env;
  const { code, stderr } = await runCli(args, bare);
  expect(stderr).toMatch(advice);
  expect(stderr).not.toMatch(/createClient|allowInsecure/);
  expect(code).toBe(ends);
});

it('keeps what is compiled in a folder that nobody else can write to, whatever the umask is', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'streamone-cache-'));
  const command = `umask 0; '${process.execPath}' '${CLI}' --help > /dev/null`;
  const { code } = await runProgram('bash', ['-c', command], { ...env, XDG_CACHE_HOME: cache });
  const modes = ['streamone', 'streamone/code'].map((name) => statSync(join(cache, name)).mode & 0o777);
  rmSync(cache, { recursive: true, force: true });
  expect([code, ...modes]).toEqual([0, 0o700, 0o700]);
});

it('keeps it nowhere where the folder is a relative path', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'streamone-cache-'));
  const command = `cd '${folder}'; '${process.execPath}' '${CLI}' --help > /dev/null; ls`;
  const { stdout } = await runProgram('bash', ['-c', command], { HOME: 'here', XDG_CACHE_HOME: 'there' });
  rmSync(folder, { recursive: true, force: true });
  expect(stdout).toBe('');
});

import { type TestServer, startTestServer } from '@streamone/test-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('a slip of the finger is answered by what was meant', () => {
  it.each([
    [['uplaod', 'x'], 2, 'Did you mean upload?'],
    [['help', 'itm'], 2, 'Did you mean item?'],
    [['user', 'veiw'], 2, 'Did you mean view?'],
    [['config', 'shwo'], 2, 'Did you mean show?'],
    [['item', 'view', '--limt', '5'], 2, 'Did you mean --limit?'],
    [['upload', 'x', '--progres', 'json'], 2, 'Did you mean --progress?'],
    [['item', 'view', '--arg', 'serchtitle=x'], 2, 'Did you mean searchtitle?'],
    [['item', 'view', '--unset', 'archved'], 2, 'Did you mean archived?'],
    [['item', 'view', '--unset', 'zzzzzz'], 2, 'They are item, category'],
    [['call', 'itm/view'], undefined, 'Did you mean item/view?'],
    [['call', 'item/view', 'limt=5'], 3, 'Did you mean limit?'],
    [['status', 'ITEM_NOTFOUND'], 6, 'Did you mean ITEM_NOT_FOUND?'],
    [['completion', 'bsh'], 2, 'bash, zsh, fish'],
  ])('%j', async (args, code, said) => {
    const { user, account } = server.credentials;
    const run = await runCli(args, {
      STREAMONE_CONFIG: '/nowhere/config.toml',
      STREAMONE_API_URL: server.url,
      STREAMONE_USER_ID: user.id,
      STREAMONE_USER_PSK: user.psk,
      STREAMONE_DEFAULT_ACCOUNT_ID: account,
    });
    expect(run.stderr).toContain(said);
    if (code !== undefined) expect(run.code).toBe(code);
  });
});

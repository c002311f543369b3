import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startChild } from './child.ts';
import { type Comparison, compare } from './compare.ts';

interface Ready {
  readonly url: string;
  readonly credentials: { readonly user: { readonly id: string; readonly psk: string }; readonly account: string };
}

const cli = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`))));
  });
}

const repeat =
  (args: readonly string[], env?: NodeJS.ProcessEnv) =>
  async (times: number): Promise<void> => {
    for (let index = 0; index < times; index++) await run(args, env);
  };

/** The time of whole commands against `node -e 0` on the same binary. Here the ratio is of times: less is better. */
export async function benchCli(): Promise<Comparison[]> {
  const server = await startChild<Ready>('test-server.ts');
  const { url, credentials } = server.ready;
  const env = {
    STREAMONE_API_URL: url,
    STREAMONE_USER_ID: credentials.user.id,
    STREAMONE_USER_PSK: credentials.user.psk,
    STREAMONE_DEFAULT_ACCOUNT_ID: credentials.account,
  };
  const bare = repeat(['-e', '0']);
  const options = { times: 5, rounds: 7 };
  const version = await compare(
    'streamone --version, time against node -e 0',
    bare,
    repeat([cli, '--version']),
    options,
  );
  const call = await compare(
    'streamone call item/view limit=5, time against node -e 0',
    bare,
    repeat([cli, 'call', 'item/view', 'limit=5'], env),
    options,
  );
  await server.stop();
  return [version, call].map((each) => ({ ...each, ratio: each.reference / each.ours }));
}

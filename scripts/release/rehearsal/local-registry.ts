import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../run-command.ts';
import { plainEnvironment } from './environments.ts';

/** A registry of our own on loopback. */
export interface LocalRegistry {
  /** With a slash at its end. */
  readonly url: string;
  /** What has a `.npmrc` with the key that publishes there. */
  readonly home: string;
  close(): Promise<void>;
}

const VERDACCIO = '6.8.0';

/** It has no uplink, and so no way to any other registry. */
const CONFIG = {
  storage: './storage',
  auth: { htpasswd: { file: './htpasswd', max_users: 1 } },
  uplinks: {},
  packages: { '@streamone/*': { access: '$all', publish: '$authenticated' }, '**': { access: '$all' } },
  web: { enable: false },
  max_body_size: '100mb',
  log: { type: 'stdout', format: 'pretty', level: 'warn' },
};

/** Installs Verdaccio into a folder outside of the workspace, and what it needs with it. */
export async function installRegistry(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const manifest = { private: true, dependencies: { verdaccio: VERDACCIO }, overrides: { 'node-fetch': '2.7.0' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  await runCommand('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, env: plainEnvironment() });
}

/** Starts it, empty, on a free port, with one user that may publish. */
export async function startRegistry(folder: string): Promise<LocalRegistry> {
  // JSON is YAML.
  writeFileSync(join(folder, 'config.yaml'), JSON.stringify(CONFIG));
  const child = fork(fileURLToPath(new URL('verdaccio.mjs', import.meta.url)), {
    cwd: folder,
    env: plainEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const port = await Promise.race([
    once(child, 'message').then(([told]) => Number(told)),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the registry ended with ${code}`))),
  ]);
  const url = `http://127.0.0.1:${port}/`;
  const close = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.disconnect();
    await once(child, 'exit');
  };
  try {
    const home = join(folder, 'home');
    mkdirSync(home);
    const key = `//127.0.0.1:${port}/:_authToken=${await firstUser(url)}\n`;
    writeFileSync(join(home, '.npmrc'), key, { mode: 0o600 });
    return { url, home, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function firstUser(url: string): Promise<string> {
  const body = JSON.stringify({ name: 'rehearsal', password: randomBytes(24).toString('hex') });
  const answer = await fetch(`${url}-/user/org.couchdb.user:rehearsal`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { token } = (await answer.json()) as { readonly token?: string };
  if (token === undefined) throw new Error(`the registry gave no key: HTTP ${answer.status}`);
  return token;
}

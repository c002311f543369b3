import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = fileURLToPath(new URL('../../../', import.meta.url));
const OWN = ['browser', 'client', 'core'] as const;

/** The program of every trial, as somebody writes it who has installed the package. */
const MAIN = `import { createClient } from '@streamone/browser';
import { itemCommand, userCommand } from '@streamone/core/catalogue';

globalThis.trial = async (login) => {
  const client = createClient({ commands: [itemCommand, userCommand] });
  const progress = [];
  const session = await client.login({ ...login, onProgress: (done) => progress.push(done) });
  const me = await client.user.viewme();
  const items = await client.item.view({ limit: 3 });
  const sent = [];
  const file = new File([new Uint8Array(100_000)], 'trial.mp4', { type: 'video/mp4' });
  const uploaded = await client.upload(file, { title: 'Trial' }, { onProgress: (told) => sent.push(told.sent) });
  await client.logout();
  return { same: session.user === me.id, items: items.length, progress: progress.length, uploaded, sent: sent.at(-1) };
};
`;

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A folder with the program and the packages installed as from a registry: what is published of them, not the sources. */
export interface Installed {
  readonly folder: string;
  /** Where a module of it lies. */
  readonly path: (...parts: readonly string[]) => string;
  readonly remove: () => void;
}

/** Installs the packages as they were built; `npm run build` first. */
export function install(): Installed {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'streamone-trial-'));
  const modules = join(folder, 'node_modules');
  for (const name of OWN) {
    const [from, to] = [join(PACKAGES, name), join(modules, '@streamone', name)];
    if (!existsSync(join(from, 'dist', 'index.js'))) throw new Error(`${name} was not built: run the build first`);
    mkdirSync(to, { recursive: true });
    cpSync(join(from, 'dist'), join(to, 'dist'), { recursive: true });
    cpSync(join(from, 'package.json'), join(to, 'package.json'));
    const { dependencies = {} } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Manifest;
    for (const dependency of Object.keys(dependencies).filter((one) => !one.startsWith('@streamone/'))) {
      const link = join(modules, dependency);
      mkdirSync(dirname(link), { recursive: true });
      if (!existsSync(link)) symlinkSync(realpathSync(join(from, 'node_modules', dependency)), link);
    }
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'main.js'), MAIN);
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>trial</title><script type="module" src="/main.js"></script>',
  );
  return {
    folder,
    path: (...parts) => join(folder, ...parts),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

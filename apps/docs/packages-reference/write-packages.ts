import { readFile } from 'node:fs/promises';
import { page, plain, table } from '../reference/markdown.ts';
import { writePages } from '../reference/write-pages.ts';
import { modulePages } from './module-pages.ts';
import { type ToldPackage, readManifest, toldPackages } from './modules.ts';

const commandLine = new URL('../../../packages/cli/docs/reference.md', import.meta.url);

const link = (name: string): string => `/packages/${name.replace('@streamone/', '')}/`;

function overview(packages: readonly ToldPackage[]): string {
  const cli = readManifest('cli');
  const rows = packages.map(({ name, description, modules }) => {
    const parts = modules.slice(1).map((each) => `[\`${each.name}\`](${link(each.name)})`);
    return [`[\`${name}\`](${link(name)})`, [plain(description), ...parts].join('<br>')];
  });
  const last = [`[\`${cli.name}\`](/packages/cli/)`, plain(cli.description)];
  return page({ title: 'Packages', description: 'Every export of the packages.' }, [
    '# Packages',
    'Every function, class and type that the packages export, from the comments in their sources. To learn how they are used, take the [guides](/guides/first-request) first.',
    table(['Package', 'What it is, and what can be imported apart'], [...rows, last]),
  ]);
}

/**
 * Writes what the packages export as pages.
 *
 * @param folder `packages` of the site
 */
export async function writePackages(folder: string): Promise<void> {
  const packages = toldPackages();
  // What several packages export is told with the first: that should be the one that it comes from.
  const modules = packages.toReversed().flatMap((each) => each.modules);
  const pages = await modulePages(modules);
  pages.set('index.md', overview(packages));
  pages.set('cli/index.md', `---\neditLink: false\noutline: [2, 3]\n---\n\n${await readFile(commandLine, 'utf8')}`);
  await writePages(folder, pages, ['.']);
}

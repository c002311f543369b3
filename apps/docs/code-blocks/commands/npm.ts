// Stands in the place of npm for the shell lines of the texts: nothing is installed or run, but a package must be one
// that is here, and a script one that the repository has.
import { existsSync, readFileSync } from 'node:fs';
import { ROOT } from '../documents.ts';
import { packageHomes } from '../package-homes.ts';

const [command = '', ...rest] = process.argv.slice(2).filter((word) => word !== '--silent');
const names = rest.filter((word) => !word.startsWith('-'));

function refuse(what: string): void {
  console.error(`a text says npm ${process.argv.slice(2).join(' ')}: ${what}`);
  process.exitCode = 1;
}

/** The scripts of the repository, and of the package that the text belongs to. */
function scriptsOf(folder: string): string[] {
  const path = `${ROOT}${folder}/package.json`;
  if (!existsSync(path)) return [];
  const { scripts = {} } = JSON.parse(readFileSync(path, 'utf8')) as { scripts?: Record<string, string> };
  return Object.keys(scripts);
}

const isThere = (name: string): boolean => packageHomes.some((home) => existsSync(`${home}/node_modules/${name}`));

switch (command) {
  case 'install':
    for (const name of names) {
      if (!name.endsWith('.tgz') && !isThere(name)) refuse(`there is no package ${name}`);
    }
    break;
  case 'run':
  case 'test': {
    const script = command === 'test' ? 'test' : (names[0] ?? '');
    const known = [...scriptsOf('.'), ...scriptsOf(process.env['PAGE_FOLDER'] ?? '.')];
    if (!known.includes(script)) refuse(`there is no script ${script}`);
    break;
  }
  case 'init':
    break;
  default:
    refuse('its test does not know that command');
}

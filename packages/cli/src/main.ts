#!/usr/bin/env node
// The entry stays small: the version is told without loading anything else, a shell's questions without the commands.
import manifest from '../package.json' with { type: 'json' };
import { watchOutput } from './output/watch-output.js';

const [first, ...rest] = process.argv.slice(2);
const runProgram = (): void => void import('./program/run.js').then(({ run }) => run(process.argv.slice(2)));

watchOutput();
if (first === '--version' || first === '-V') {
  process.stdout.write(`streamone ${manifest.version} (unofficial, not affiliated with the vendor)\n`);
} else {
  const { XDG_CACHE_HOME: xdg, HOME: home, LOCALAPPDATA: local } = process.env;
  // The XDG rules let a relative path count for nothing.
  const path = process.getBuiltinModule('node:path');
  const cache = [xdg, home && `${home}/.cache`, local].find((folder) => folder && path.isAbsolute(folder));
  // In a folder of the user's own: what is compiled is run, and everybody can write to Node's usual place for it.
  if (cache) {
    const folder = `${cache}/streamone/code`;
    try {
      // Whatever the umask is: else Node makes it, and with a umask of 0 others could put code there.
      process.getBuiltinModule('node:fs').mkdirSync(folder, { recursive: true, mode: 0o700 });
      process.getBuiltinModule('node:module').enableCompileCache(folder);
    } catch {
      // Without it this only starts slower.
    }
  }
  if (first === 'complete') {
    void import('./completion/complete.js').then(({ complete }) => complete(rest, process.env));
  } else if (first === 'completion' && rest.length === 1) {
    void import('./completion/print-script.js').then(({ printScript }) => printScript(rest[0]) || runProgram());
  } else {
    runProgram();
  }
}

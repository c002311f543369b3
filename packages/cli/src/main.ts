#!/usr/bin/env node
// The entry stays small: the version is told without loading anything else, a shell's questions without the commands.
import manifest from '../package.json' with { type: 'json' };

const [first, ...rest] = process.argv.slice(2);
const runProgram = (): void => void import('./program/run.js').then(({ run }) => run(process.argv.slice(2)));

if (first === '--version' || first === '-V') {
  process.stdout.write(`streamone ${manifest.version} (unofficial, not affiliated with the vendor)\n`);
} else {
  const { XDG_CACHE_HOME: xdg, HOME: home, LOCALAPPDATA: local } = process.env;
  const cache = xdg || (home && `${home}/.cache`) || local;
  // In a folder of the user's own: what is compiled is run, and everybody can write to Node's usual place for it.
  if (cache) process.getBuiltinModule('node:module').enableCompileCache(`${cache}/streamone/code`);
  if (first === 'complete') {
    void import('./completion/complete.js').then(({ complete }) => complete(rest, process.env));
  } else if (first === 'completion' && rest.length === 1) {
    void import('./completion/print-script.js').then(({ printScript }) => printScript(rest[0]) || runProgram());
  } else {
    runProgram();
  }
}

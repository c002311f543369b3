#!/usr/bin/env node
// The entry stays small: the version is told without loading anything else.
import manifest from '../package.json' with { type: 'json' };

const [first] = process.argv.slice(2);

if (first === '--version' || first === '-V') {
  process.stdout.write(`streamone ${manifest.version} (unofficial, not affiliated with the vendor)\n`);
} else {
  // Asked for by name, so that an older Node gets as far as the message below.
  process.getBuiltinModule?.('node:module').enableCompileCache?.();
  void import('./program/run.js').then(({ run }) => run(process.argv.slice(2)));
}

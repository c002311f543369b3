import { readFileSync } from 'node:fs';
import { runCommandLine } from './command-line/run-command-line.js';

function version(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}

void runCommandLine(process.argv.slice(2), {
  get version() {
    return version();
  },
});

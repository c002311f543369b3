export { runCommandLine, type CommandLineOptions } from './run-command-line.js';
export { helpText } from './texts.js';

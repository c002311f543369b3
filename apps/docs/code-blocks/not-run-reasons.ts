/**
 * Why a block may be compiled and not run: nothing else is accepted. The comment stands above the block, as
 * `<!-- not run: asks on a terminal -->`.
 */
export const notRunReasons: ReadonlySet<string> = new Set([
  'asks on a terminal',
  'needs the real platform',
  'needs a Redis server',
  'needs a framework that runs it',
  'has gaps for what is yours',
  'runs until it is stopped',
  'opens a window',
  'changes your system',
]);

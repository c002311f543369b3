import { ROOT } from './documents.ts';

/** The folders whose packages a block may import: a reader would have installed them. */
export const packageHomes: readonly string[] = [
  'apps/docs',
  'packages/node',
  'packages/browser',
  'packages/test-server',
  '.',
].map((path) => `${ROOT}${path}`);

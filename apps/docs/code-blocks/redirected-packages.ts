// Stands in the place of the packages that a text would reach the platform or a Redis server with: the programs of a
// page reach its test server and a Redis of this run, unless they name another address on this machine.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const SCHEME = 'redirected:';

const clientSource = (name: string): string => `import { createClient as create } from '${name}';
export * from '${name}';
const isHere = (url) => /^http:\\/\\/127\\.0\\.0\\.1|\\.test$/.test(url ?? '');
export const createClient = (options) =>
  create({ ...options, url: isHere(options.url) ? options.url : process.env.STREAMONE_API_URL });
`;

const recordingSource = (name: string): string => `import { startRecorder as start } from '${name}';
export * from '${name}';
export const startRecorder = (options) => start({ ...options, target: process.env.STREAMONE_API_URL });
`;

const redisSource = (name: string): string => `import KeyvRedis from '${name}';
export default class extends KeyvRedis {
  constructor() {
    super(process.env.DOCS_REDIS_URL);
  }
}
`;

const sources: ReadonlyMap<string, (name: string) => string> = new Map([
  ['@streamone/node', clientSource],
  ['@streamone/client', clientSource],
  ['@streamone/test-server/recording', recordingSource],
  ['@keyv/redis', redisSource],
]);

/**
 * Lets the programs of a folder find packages in other folders than their own, and redirects those that go elsewhere.
 *
 * @param folder where the programs are, with a slash behind it
 * @param homes folders whose packages they may import
 */
export function redirectPackages(folder: string, homes: readonly string[]): void {
  const programs = pathToFileURL(folder).href;
  const parents = homes.map((home) => pathToFileURL(`${home}/block.ts`).href);
  registerHooks({
    resolve(specifier, context, next) {
      const from = context.parentURL ?? '';
      const isOurs = from.startsWith(SCHEME);
      if (!isOurs && !from.startsWith(programs)) return next(specifier, context);
      if (!isOurs && sources.has(specifier)) {
        return { url: `${SCHEME}${specifier}`, format: 'module', shortCircuit: true };
      }
      for (const parentURL of [isOurs ? `${programs}block.ts` : from, ...parents]) {
        try {
          return next(specifier, { ...context, parentURL });
        } catch {
          // The next folder may have it.
        }
      }
      return next(specifier, context);
    },
    load(url, context, next) {
      if (!url.startsWith(SCHEME)) return next(url, context);
      const name = url.slice(SCHEME.length);
      return { format: 'module', source: sources.get(name)?.(name) ?? '', shortCircuit: true };
    },
  });
}

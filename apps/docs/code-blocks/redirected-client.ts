// Stands in the place of `@streamone/node` and `@streamone/client` for the blocks of the texts: a client of theirs asks
// the test server of their page, unless it is told of another one on this machine.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const SCHEME = 'redirected:';

function sourceOf(name: string): string {
  return `import { createClient as create } from '${name}';
export * from '${name}';
const isHere = (url) => /^http:\\/\\/127\\.0\\.0\\.1|\\.test$/.test(url ?? '');
export const createClient = (options) =>
  create({ ...options, url: isHere(options.url) ? options.url : process.env.STREAMONE_API_URL });
`;
}

/**
 * Lets the programs of a folder find packages in other folders than their own, and redirects their clients.
 *
 * @param folder where the programs are, with a slash behind it
 * @param homes folders whose packages they may import
 */
export function redirectClients(folder: string, homes: readonly string[]): void {
  const programs = pathToFileURL(folder).href;
  const parents = homes.map((home) => pathToFileURL(`${home}/block.ts`).href);
  registerHooks({
    resolve(specifier, context, next) {
      const from = context.parentURL ?? '';
      if (from.startsWith(SCHEME)) return next(specifier, { ...context, parentURL: `${programs}block.ts` });
      if (!from.startsWith(programs)) return next(specifier, context);
      if (specifier === '@streamone/node' || specifier === '@streamone/client') {
        return { url: `${SCHEME}${specifier}`, format: 'module', shortCircuit: true };
      }
      for (const parentURL of [from, ...parents]) {
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
      return { format: 'module', source: sourceOf(url.slice(SCHEME.length)), shortCircuit: true };
    },
  });
}

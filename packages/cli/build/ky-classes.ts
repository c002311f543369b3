import { fileURLToPath } from 'node:url';

const CLASSES = fileURLToPath(new URL('../src/transport/request-classes.ts', import.meta.url));
const NAMES = 'Request|Response|Headers';
/** ky, and the one place of the client that makes a Response for it. */
const TAKERS = /[\\/]ky[\\/]distribution[\\/].*\.js$|[\\/]client[\\/]dist[\\/]pipeline[\\/]execute-call\.js$/;

/**
 * Gives ky light classes in the place of fetch's own, which would load all of Node's fetch. Streams and
 * forms are told to be missing: nothing of the kind passes through it here.
 */
export const kyClasses = {
  name: 'ky-classes',
  transform: {
    filter: { id: TAKERS },
    handler(code: string): string {
      const own = code
        .replaceAll(/\bglobalThis\.(ReadableStream|FormData)\b/g, 'undefined')
        .replaceAll(new RegExp(`\\bglobalThis\\.(${NAMES})\\b`, 'g'), '$1');
      const used = NAMES.split('|').filter((name) => new RegExp(`\\b${name}\\b`).test(own));
      return used.length === 0 ? own : `import { ${used.join(', ')} } from ${JSON.stringify(CLASSES)};\n${own}`;
    },
  },
};

import { fileURLToPath } from 'node:url';

const CLASSES = fileURLToPath(new URL('../src/transport/request-classes.ts', import.meta.url));
const NAMES = 'Request|Response|Headers';
/** ky, and the one place of the client that makes a Response for it. */
const TAKERS = /[\\/]ky[\\/]distribution[\\/].*\.js$|[\\/]client[\\/]src[\\/]attempts[\\/]ky-attempts\.ts$/;

/**
 * What V8 clears away late, call by call: closures for `.json()` and the like, which nobody asks for here, and
 * weak collections that live no longer than their call. Half of what a call makes outlived it, until a full collection.
 */
const KEPT: readonly (readonly [given: string, instead: string])[] = [
  ['of Object.entries(responseTypes))', 'of [])'],
  ['#beforeRetryHookErrors = new WeakSet();', '#beforeRetryHookErrors = new Set();'],
  ['#responseRequests = new WeakMap();', '#responseRequests = new Map();'],
];

function replaceKept(code: string, id: string): string {
  if (!/[\\/]Ky\.js$/.test(id)) return code;
  return KEPT.reduce((before, [given, instead]) => {
    if (!before.includes(given)) throw new Error(`ky has changed: "${given}" is not in it any more`);
    return before.replace(given, instead);
  }, code);
}

/**
 * Fits ky to calls whose bodies never pass through it. It gets light classes in the place of fetch's own: those cost more
 * than a tenth of a call, and loading them takes a third of the time of a short command. Streams and forms are told
 * to be missing.
 */
export const kyForNode = {
  name: 'ky-for-node',
  transform: {
    filter: { id: TAKERS },
    handler(code: string, id: string): string {
      const own = replaceKept(code, id)
        .replaceAll(/\bglobalThis\.(ReadableStream|FormData)\b/g, 'undefined')
        .replaceAll(new RegExp(`\\bglobalThis\\.(${NAMES})\\b`, 'g'), '$1');
      const used = NAMES.split('|').filter((name) => new RegExp(`\\b${name}\\b`).test(own));
      return used.length === 0 ? own : `import { ${used.join(', ')} } from ${JSON.stringify(CLASSES)};\n${own}`;
    },
  },
};

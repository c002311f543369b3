import { fileURLToPath } from 'node:url';

const CLASSES = fileURLToPath(new URL('../src/transport/request-classes.ts', import.meta.url));
const NAMES = 'Request|Response|Headers';
/** ky, and the one place of the client that makes a Response for it. */
const TAKERS = /[\\/]ky[\\/]distribution[\\/].*\.js$|[\\/]client[\\/]src[\\/]attempts[\\/]ky-attempts\.ts$/;

interface Replacement {
  readonly file: RegExp;
  readonly given: string;
  readonly instead: string;
}

/**
 * What V8 clears away late, call by call: closures for `.json()` and the like, which nobody asks for here, and
 * weak collections that live no longer than their call. Half of what a call makes outlived it, until a full collection.
 */
const KEPT: readonly Replacement[] = [
  { file: /[\\/]Ky\.js$/, given: 'of Object.entries(responseTypes))', instead: 'of [])' },
  {
    file: /[\\/]Ky\.js$/,
    given: '#beforeRetryHookErrors = new WeakSet();',
    instead: '#beforeRetryHookErrors = new Set();',
  },
  { file: /[\\/]Ky\.js$/, given: '#responseRequests = new WeakMap();', instead: '#responseRequests = new Map();' },
];

/**
 * What ky does to options that may be anybody's. Those of a call here are one literal, whole and checked, made for
 * it alone: merging them with no defaults, filling in and copying its retry options (they are again where an attempt
 * failed), and gathering what `fetch` should get beside were a quarter of ky's time.
 */
const ASKED: readonly Replacement[] = [
  {
    file: /[\\/]distribution[\\/]index\.js$/,
    given: 'Ky.create(input, validateAndMerge(defaults, options));',
    instead: 'Ky.create(input, options);',
  },
  { file: /[\\/]Ky\.js$/, given: 'retry: normalizeRetryOptions(options.retry),', instead: 'retry: options.retry,' },
  {
    file: /[\\/]Ky\.js$/,
    given: 'this.#retryLimit = normalizeRetryOptions(this.#options.retry).limit;',
    instead: 'this.#retryLimit = this.#options.retry.limit;',
  },
  { file: /[\\/]Ky\.js$/, given: 'findUnknownOptions(this.#options)', instead: '{}' },
];

function replaced(code: string, id: string): string {
  return [...KEPT, ...ASKED].reduce((before, { file, given, instead }) => {
    if (!file.test(id)) return before;
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
      const own = replaced(code, id)
        .replaceAll(/\bglobalThis\.(ReadableStream|FormData)\b/g, 'undefined')
        .replaceAll(new RegExp(`\\bglobalThis\\.(${NAMES})\\b`, 'g'), '$1');
      const used = NAMES.split('|').filter((name) => new RegExp(`\\b${name}\\b`).test(own));
      return used.length === 0 ? own : `import { ${used.join(', ')} } from ${JSON.stringify(CLASSES)};\n${own}`;
    },
  },
};

import { walkPages } from './call/walk-pages.js';
import { observeCall } from './observe/observe-call.js';
import { recall } from './pipeline/recall.js';
import { sendThrough } from './pipeline/send-through.js';

/**
 * What only a call needs that somebody listens to, that has a cache, that passes a middleware or whose pages are walked:
 * given to a client by the runtimes that want it at hand, and else loaded with the first such call.
 */
export const extraParts = { observeCall, recall, sendThrough, walkPages } as const;

/** See {@link extraParts}. */
export type ExtraParts = typeof extraParts;

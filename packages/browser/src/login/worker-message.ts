import type { LoginAnswer } from './answer-challenge.js';

/** What the worker of a login tells the page. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'answer'; readonly answer: LoginAnswer }
  | { readonly type: 'failed' };

import type { WebContext } from './web-route.js';

/** Answers a request that is not one of the API. */
export type WebAnswer = (request: Request) => Promise<Response>;

const PATH =
  /^\/(?:__streamone|upload|progressive|hls|hlslive|dash|hds|smooth|thumbnail|embed|oembed|playlist)(?:[/?]|$)/;

/** Whether a request target leads to something beside the API. A base URL's prefix is for the API alone. */
export function isWebTarget(target: string): boolean {
  return PATH.test(target);
}

/** Whether a request target is where uploads go. */
export function isUploadTarget(target: string): boolean {
  return /^\/upload\/?(?:\?|$)/.test(target);
}

/** Makes the answering of what is beside the API. Its routes are loaded when first asked for: most tests never do. */
export function createWebAnswer(context: WebContext): WebAnswer {
  return async (request) => {
    const { respond } = await import('./respond.js');
    return respond(request, context);
  };
}

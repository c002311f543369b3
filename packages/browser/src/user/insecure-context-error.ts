import { StreamOneError } from '@streamone/core';

/** The page is not in a secure context, so that the browser gives it no cryptography (`crypto.subtle`). */
export class InsecureContextError extends StreamOneError {
  override readonly name: string = 'InsecureContextError';

  constructor() {
    const here = typeof location === 'undefined' ? 'this page' : `this page (${location.origin})`;
    super(
      `${here} can't sign requests, since the browser gives it no crypto.subtle: that is for secure contexts alone. ` +
        'Serve the page over https://, or while developing from http://localhost.',
    );
  }
}

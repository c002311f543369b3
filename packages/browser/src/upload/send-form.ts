import { AbortedError, InvalidArgumentError, type Sent, TimeoutError } from '@streamone/core';
import { UnreadableOutcome, doubt, sentOf } from './unreadable-outcome.js';
import type { UploadProgress } from './upload-options.js';
import type { UploadPlace } from './upload-place.js';

/** How long nothing may move unless told otherwise, in milliseconds: somewhat longer than a gateway waits. */
const STALL_TIMEOUT = 90_000;

/** A form on its way. */
export interface FormSending {
  readonly url: string;
  readonly form: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes of the file in the form. */
  readonly size: number;
  readonly place: UploadPlace;
  /** Whether the browser is asked how far it is: of another origin, that costs a preflight. */
  readonly watched: boolean;
  /** Whether the receiver is known to take nothing of a form whose end it has not seen. */
  readonly needsEnd: boolean;
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly stallTimeout?: number | undefined;
}

/** What came back, whatever it says. */
export interface FormAnswer {
  readonly status: number;
  readonly text: string;
  /** Where it came from in the end, redirects followed. */
  readonly url: string;
}

function tellProgress(onProgress: FormSending['onProgress'], progress: UploadProgress): void {
  try {
    onProgress?.(progress);
  } catch {
    // The upload itself is well.
  }
}

/**
 * Sends a form with a file in it and tells how far it is. By XMLHttpRequest, since fetch tells nothing of what
 * was sent. It follows redirects, as XMLHttpRequest can't but do.
 *
 * @throws AbortedError, TimeoutError, UnreadableOutcome; InvalidArgumentError where there is no XMLHttpRequest
 */
export function sendForm(sending: FormSending): Promise<FormAnswer> {
  const { url, form, headers = {}, size, place, signal, onProgress, stallTimeout = STALL_TIMEOUT } = sending;
  if (typeof XMLHttpRequest === 'undefined') {
    const expected = 'a page or a worker of one, with XMLHttpRequest';
    throw new InvalidArgumentError({ expected, given: 'an upload elsewhere, as in a service worker' });
  }
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let begun = false;
    let complete = false;
    const sent = (): Sent => (begun ? sentOf(complete, sending) : 'no');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      // What still comes of it is nobody's business.
      request.onload = request.onerror = request.upload.onprogress = request.upload.onload = null;
      settle();
    };
    const giveUp = (error: Error): void => {
      end(() => reject(error));
      request.abort();
    };
    const abort = (): void => {
      const reason = `the caller ended the upload${doubt(sent())}`;
      giveUp(new AbortedError({ ...place, sent: sent(), reason, cause: signal?.reason }));
    };
    const moved = (): void => {
      clearTimeout(timer);
      // Where nobody is told of what moves, nothing can be said to stand still.
      if (!sending.watched) return;
      timer = setTimeout(() => {
        const reason = `nothing moved for ${stallTimeout} ms${doubt(sent())}`;
        giveUp(new TimeoutError({ ...place, sent: sent(), limit: 'attempt', timeout: stallTimeout, reason }));
      }, stallTimeout);
    };
    const whole = (): void => {
      moved();
      if (complete) return;
      complete = true;
      tellProgress(onProgress, { sent: size, total: size });
    };
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (sending.watched) {
      request.upload.onprogress = ({ loaded, total }) => {
        moved();
        // Some browsers tell of the load only once they are answered.
        if (loaded >= total) return whole();
        // The fields come before the file, and a few bytes after it.
        const bytes = Math.min(size, Math.max(0, loaded - (total - size)));
        tellProgress(onProgress, { sent: bytes, total: size });
      };
      request.upload.onload = whole;
    }
    request.onload = () => {
      const { status, responseText: text, responseURL } = request;
      end(() => resolve({ status, text, url: responseURL }));
    };
    request.onerror = () => end(() => reject(new UnreadableOutcome(complete)));
    if (signal?.aborted === true) return abort();
    signal?.addEventListener('abort', abort, { once: true });
    moved();
    begun = true;
    request.send(form);
  });
}

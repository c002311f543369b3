import { AbortedError, InvalidArgumentError, NetworkError, type Sent, TimeoutError } from '@streamone/core';
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

/** No answer that the page may read came back. */
export class UnreadableOutcome extends Error {
  override readonly name: string = 'UnreadableOutcome';
  /** Whether all of the form had left. */
  readonly complete: boolean;

  constructor(complete: boolean) {
    super('no answer that may be read');
    this.complete = complete;
  }
}

function doubt(sent: Sent): string {
  return sent === 'no' ? '' : '; whether the file arrived is not known';
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
    let sent: Sent = 'no';
    let complete = false;
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
      const reason = `the caller ended the upload${doubt(sent)}`;
      giveUp(new AbortedError({ ...place, sent, reason, cause: signal?.reason }));
    };
    const moved = (): void => {
      clearTimeout(timer);
      // Where nobody is told of what moves, nothing can be said to stand still.
      if (!sending.watched) return;
      timer = setTimeout(() => {
        const reason = `nothing moved for ${stallTimeout} ms${doubt(sent)}`;
        giveUp(new TimeoutError({ ...place, sent, limit: 'attempt', timeout: stallTimeout, reason }));
      }, stallTimeout);
    };
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (sending.watched) {
      request.upload.onprogress = ({ loaded, total }) => {
        moved();
        // The fields come before the file, and a few bytes after it.
        const bytes = Math.min(size, Math.max(0, loaded - (total - size)));
        if (bytes < size) tellProgress(onProgress, { sent: bytes, total: size });
      };
      request.upload.onload = () => {
        complete = true;
        moved();
        tellProgress(onProgress, { sent: size, total: size });
      };
    }
    request.onload = () => {
      const { status, responseText: text, responseURL } = request;
      end(() => resolve({ status, text, url: responseURL }));
    };
    request.onerror = () => end(() => reject(new UnreadableOutcome(complete)));
    if (signal?.aborted === true) return abort();
    signal?.addEventListener('abort', abort, { once: true });
    moved();
    sent = 'unknown';
    request.send(form);
  });
}

/**
 * Sends a form without following the redirect at its end, nor asking the host before: all that the page learns is that
 * it was answered by one.
 *
 * @throws AbortedError; UnreadableOutcome, complete where there was a redirect
 */
export async function sendUnwatched({ url, form, place, signal }: FormSending): Promise<FormAnswer> {
  try {
    const { type, status } = await fetch(url, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      credentials: 'omit',
      signal: signal ?? null,
    });
    if (type !== 'opaqueredirect') return { status, text: '', url };
  } catch {
    if (signal?.aborted !== true) throw new UnreadableOutcome(false);
    const reason = `the caller ended the upload${doubt('unknown')}`;
    throw new AbortedError({ ...place, sent: 'unknown', reason, cause: signal.reason });
  }
  throw new UnreadableOutcome(true);
}

/** The error for an answer that the page could not read. */
export function unreadable({ complete }: UnreadableOutcome, { url, place }: FormSending): NetworkError {
  const reached = complete ? 'all of it was sent, and ' : '';
  const reason = `${reached}no answer of ${new URL(url).host} that the page may read${doubt('unknown')}`;
  return new NetworkError({ ...place, sent: 'unknown', reason });
}

import { byteString } from '../../form/byte-string.js';
import type { DriftList } from '../drift/drift-list.js';
import { type MaskBook, UnmaskableError } from '../masks/mask-book.js';
import { learnAnswer, learnRequest, maskAnswer, maskRequest } from '../masks/mask-exchange.js';
import { readRequest } from '../read-request.js';
import type { RecordedAnswer, RecordedRequest } from '../recording.js';
import type { ForwardAnswer, ForwardRequest } from './forward.js';
import { maskEarlier } from './mask-earlier.js';
import { readAnswer } from './read-answer.js';
import type { RecorderOptions } from './recorder-options.js';
import type { Shelf } from './shelf.js';

/** What keeping is made of. */
export interface KeepSetup extends Pick<RecorderOptions, 'onRecorded'> {
  readonly book: MaskBook;
  readonly shelf: Shelf;
  readonly drift: DriftList;
  /** Told of what could not be kept, and why. */
  readonly problem: (text: string) => void;
}

/** Hears of a request before it is handed on; what it returns keeps the answer, and never rejects. */
export type KeepExchange = (
  request: ForwardRequest,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
) => (answer: ForwardAnswer) => Promise<void>;

const TOO_MUCH = 'a limit of the recorder is reached: 10000 requests, 200 answers or 16 MiB for one request';

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown error';
}

/** Makes the keeping: reads, masks, holds against the catalogue, stores. */
export function createKeepExchange({ book, shelf, drift, onRecorded, problem }: KeepSetup): KeepExchange {
  /** Reads an answer so that each secret in it is known; one that can't be masked counts as malformed. */
  function readMasked(request: RecordedRequest, answer: ForwardAnswer): RecordedAnswer {
    const read = readAnswer(answer);
    try {
      learnAnswer(book, request, read);
      return maskAnswer(book, request, read);
    } catch (error) {
      if (error instanceof UnmaskableError) return { httpStatus: answer.status, malformed: reasonOf(error) };
      throw error;
    }
  }

  async function keep(request: RecordedRequest, answer: ForwardAnswer): Promise<void> {
    const masked = readMasked(request, answer);
    await maskEarlier(book, shelf);
    const asked = maskRequest(book, request);
    drift.check(asked, masked);
    const file = await shelf.keep(asked, masked, (text) => book.leaks(text));
    const { command, action } = asked;
    if (file === undefined) problem(`${command}/${action} was not kept: ${TOO_MUCH}`);
    else onRecorded?.({ file, command, action });
  }

  return (request, headers) => {
    const { method, target, body } = request;
    const read = readRequest({ method, target, headers, body: byteString(body) });
    if ('unreadable' in read) {
      return () => {
        problem(`a request was not kept: ${read.unreadable}`);
        return Promise.resolve();
      };
    }
    let doubt: unknown;
    try {
      // Before anything can come back that repeats them, to this request or to another.
      learnRequest(book, read);
    } catch (error) {
      doubt = error;
    }
    return async (answer) => {
      try {
        if (doubt !== undefined) throw doubt;
        await keep(read, answer);
      } catch (error) {
        problem(`${read.command}/${read.action} was not kept: ${reasonOf(error)}`);
      }
    };
  };
}

import type { Answer } from '../../answer/answer.js';
import { httpDateWriter } from '../../answer/http-date.js';
import type { RawResponse } from '../../answer/raw-request.js';
import type { Runtime } from '../../runtime.js';
import { readRequest } from '../read-request.js';
import type { RecordedAnswer, Recording } from '../recording.js';
import { signatureCheck } from './check-signature.js';
import { describeMiss, describeUnreadable } from './describe-miss.js';
import { createFinder } from './find-recording.js';
import type { ReplayMiss } from './replay-miss.js';
import type { ReplayOptions } from './replay-options.js';
import { sessionKeys } from './session-keys.js';
import { standInAll } from './stand-in.js';
import { uploadsHere } from './uploads-here.js';

const TEXT = 'text/plain; charset=utf-8';

/** What a replay runs on. */
export interface ReplayGround extends Pick<Runtime, 'hmac' | 'sha256'> {
  /** Where the replay is reached; known once it listens. */
  readonly place: { readonly url: string };
}

/** Makes the answering: the recorded answers of a request in their order, the last again and again. */
export function createReplayAnswer(options: ReplayOptions, { hmac, sha256, place }: ReplayGround): Answer {
  const { recordings, credentials = [], ignore = [], onMiss } = options;
  const find = createFinder(recordings, new Set(ignore), sha256);
  const check = signatureCheck(credentials, sessionKeys(recordings, sha256), hmac);
  const given = new Map<Recording, number>();
  const writeDate = httpDateWriter();

  const respond = (status: number, type: string, body: string): RawResponse => ({
    status,
    headers: { 'content-type': type, date: writeDate(Date.now()) },
    body,
  });

  function miss(missed: ReplayMiss): RawResponse {
    onMiss?.(missed);
    return respond(404, TEXT, `${missed.text}\n`);
  }

  function next(recording: Recording): RecordedAnswer | undefined {
    const index = given.get(recording) ?? 0;
    given.set(recording, index + 1);
    return recording.answers[Math.min(index, recording.answers.length - 1)];
  }

  function write(recording: Recording, answer: RecordedAnswer): RawResponse {
    if ('malformed' in answer) {
      const text = `Here an answer was recorded that is no response of the API: ${answer.malformed}. Its text was not kept.`;
      return respond(answer.httpStatus, TEXT, `${text}\n`);
    }
    const { httpStatus, header, body } = answer;
    const shown = standInAll({ header, body: uploadsHere(recording, body, place.url) }, sha256);
    return respond(httpStatus, 'application/json', JSON.stringify(shown));
  }

  return (request) => {
    const read = readRequest(request);
    if ('unreadable' in read) return miss(describeUnreadable(read.unreadable));
    const refused = check(request);
    if (refused !== undefined) return respond(200, 'application/json', refused);
    const found = find(read);
    if (found.recording === undefined) return miss(describeMiss(read, found.nearest, recordings));
    const answer = next(found.recording);
    return answer === undefined
      ? miss(describeUnreadable('its recording has no answers'))
      : write(found.recording, answer);
  };
}

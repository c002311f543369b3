import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { Status } from '@streamone/core';
import type { Refusal } from '../../answer/refusal.js';
import { type FormCollector, createFormCollector } from '../form-collector.js';
import { uploadError } from '../upload-error.js';
import type { ReadUpload } from '../upload-form.js';
import { UPLOAD_LIMITS } from '../upload-limits.js';

/** Reads on, so that the client comes to the answer; but not for ever. */
function discard(rest: BusboyFileStream, body: Readable): void {
  let unread = 0;
  rest.on('data', (chunk: Buffer) => {
    unread += chunk.length;
    if (unread > UPLOAD_LIMITS.unread) body.destroy(new Error('The rest of the upload is too much to read.'));
  });
}

function parser(contentType: string, collector: FormCollector): BusboyInstance {
  const { fields, fieldSize } = UPLOAD_LIMITS;
  const bus = new Busboy({
    headers: { 'content-type': contentType },
    // One byte more than is allowed, so that too much can be told from just enough.
    limits: { fields, fieldSize: fieldSize + 1, files: 10, parts: fields + 10, headerPairs: 20, headerSize: 16_384 },
  });
  const tooMany = (): void =>
    collector.wrong(uploadError(Status.INPUT_ERROR, `The form has more than ${fields} fields, or too many files.`));
  return bus
    .on('field', (name, value) => collector.field(name ?? '', value))
    .on('fieldsLimit', tooMany)
    .on('filesLimit', tooMany)
    .on('partsLimit', tooMany);
}

/** The same, `undefined` where the boundary is none: RFC 2046 allows 70 characters, and the parser throws at 256. */
function tryParser(contentType: string, collector: FormCollector): BusboyInstance | undefined {
  try {
    return parser(contentType, collector);
  } catch {
    return undefined;
  }
}

function malformed(): Refusal {
  return uploadError(Status.INPUT_ERROR, 'The multipart form is malformed, or ends early.');
}

/** Lets the parser read a body to its end. @throws what either of them fails with. */
function readAll(body: Readable, bus: BusboyInstance): Promise<void> {
  return new Promise((resolve, reject) => {
    bus.once('finish', resolve).on('error', reject);
    body.once('error', reject).pipe(bus);
  });
}

/** Reads a multipart form as it comes, without holding more than a piece of its file. */
export const readMultipart: ReadUpload = async (request, contents) => {
  const collector = createFormCollector(contents);
  // The two declarations of the one class of streams differ in details.
  const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  const streams: BusboyFileStream[] = [];
  const taken: Promise<void>[] = [];
  const bus = tryParser(request.headers.get('content-type') ?? '', collector);
  if (bus === undefined) {
    collector.wrong(malformed());
    body.on('error', () => undefined).resume();
    return collector.finish();
  }
  bus.on('file', (field, stream, name) => {
    streams.push(stream);
    // Where nobody reads of it, an upload that ends early would be an error that nobody catches.
    stream.on('error', () => undefined);
    const source = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    taken.push(collector.file(field ?? '', name ?? '', source).then(() => discard(stream, body)));
  });
  try {
    await readAll(body, bus);
    await Promise.all(taken);
    return collector.finish();
  } catch (error) {
    // Whoever reads of a file would else wait for ever.
    for (const stream of streams) stream.destroy(new Error('The upload ended early.'));
    await Promise.all(taken);
    const form = collector.finish();
    await form.file?.content.drop();
    if (request.signal.aborted || body.errored !== null) throw error;
    body.resume();
    return { ...form, file: undefined, problem: malformed() };
  }
};

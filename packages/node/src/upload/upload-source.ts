import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failureReason, maskedCause } from '@streamone/client';
import { InvalidArgumentError } from '@streamone/core';
import { bytesOf } from './stream-bytes.js';
import type { UploadOptions, UploadSource } from './upload-options.js';

/** A source that is ready to be read. */
export interface OpenedSource {
  /** In bytes. */
  readonly size: number;
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  /** The bytes, in order. A chunk holds until the next is asked for: its memory is used again. */
  read(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** How much of a file is read at once, in bytes. */
const CHUNK = 524_288;

function refuse(argument: string, expected: string, given: unknown, advice?: string): never {
  throw new InvalidArgumentError({ argument, expected, given, advice });
}

function changed(): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: 'source',
    expected: 'as many bytes as were told at the start',
    given: 'fewer or more',
    advice: 'The file was changed while it was sent; upload it again.',
  });
}

/** Reads a file from its start, all of it into the same memory. */
async function* readFile(file: FileHandle, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  const buffer = Buffer.allocUnsafeSlow(Math.min(CHUNK, Math.max(1, size)));
  for (let position = 0; position < size;) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, size - position), position);
    if (bytesRead === 0) throw changed();
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
  // One that grew meanwhile would arrive cut off, and nobody would know.
  if ((await file.read(buffer, 0, 1, size)).bytesRead > 0) throw changed();
}

/** What a source fails with is told as its own: nothing is wrong on the way. */
async function* ofSource(bytes: AsyncIterable<unknown>): AsyncGenerator<unknown, void, undefined> {
  try {
    yield* bytes;
  } catch (error) {
    const cause = maskedCause(error, []);
    const expected = 'bytes that can be read to their end';
    const advice = `It failed: ${failureReason(cause)}`;
    throw new InvalidArgumentError({ argument: 'source', expected, given: error, advice, cause });
  }
}

/** Hands on the bytes of a stream, which must be as many as were told. */
async function* counted(bytes: AsyncIterable<unknown>, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  let left = size;
  for await (const chunk of ofSource(bytes)) {
    if (!(chunk instanceof Uint8Array)) refuse('source', 'a stream of bytes (Uint8Array)', chunk);
    left -= chunk.byteLength;
    if (left < 0) throw changed();
    yield chunk;
  }
  if (left > 0) throw changed();
}

async function openFile(path: string, { name, type }: UploadOptions): Promise<OpenedSource> {
  let file: FileHandle;
  try {
    // A named pipe would else be waited for until somebody writes to it; what it is, is looked at below.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refuse(
      'source',
      'a file that can be read',
      path,
      code === 'ENOENT' ? 'There is none.' : `It failed: ${code}`,
    );
  }
  try {
    const stat = await file.stat();
    if (!stat.isFile()) refuse('source', 'a file', path, 'It is a folder, or something else that is no file.');
    if (stat.size === 0) refuse('source', 'a file that is not empty', path);
    return {
      size: stat.size,
      name: name ?? basename(path),
      type: type ?? 'application/octet-stream',
      read: () => readFile(file, stat.size),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function isStream(source: unknown): source is AsyncIterable<unknown> {
  return typeof source === 'object' && source !== null && Symbol.asyncIterator in source;
}

function openBlob(blob: Blob, { name, type }: UploadOptions): OpenedSource {
  if (blob.size === 0) refuse('source', 'a Blob that is not empty', 'an empty one');
  const own = 'name' in blob && typeof blob.name === 'string' ? blob.name : undefined;
  return {
    size: blob.size,
    name: name ?? own ?? 'upload',
    type: type ?? (blob.type || 'application/octet-stream'),
    read: () => counted(blob.stream(), blob.size),
    close: () => Promise.resolve(),
  };
}

function openStream(stream: AsyncIterable<unknown>, { name, type, size }: UploadOptions): OpenedSource {
  if (size === undefined || !Number.isSafeInteger(size) || size < 1) {
    const advice = 'The platform is told the size before the first byte; for a stream only you know it.';
    refuse('size', 'how many bytes the stream has', size, advice);
  }
  const { read, leave } = bytesOf(stream);
  return {
    size,
    name: name ?? 'upload',
    type: type ?? 'application/octet-stream',
    read: () => counted(read(), size),
    // One that was not read to its end is told that nobody reads it any more.
    close: () => Promise.resolve(leave()),
  };
}

/**
 * Opens what is to be uploaded, before anything is sent.
 *
 * @throws InvalidArgumentError when it can't be read, is empty, or is a stream whose size is not told.
 */
export async function openSource(source: UploadSource, options: UploadOptions): Promise<OpenedSource> {
  if (typeof source === 'string') return openFile(source, options);
  if (source instanceof URL) {
    if (source.protocol !== 'file:')
      refuse('source', 'a file: URL', source.protocol, 'Only files of this machine are read.');
    return openFile(fileURLToPath(source), options);
  }
  if (source instanceof Blob) return openBlob(source, options);
  if (isStream(source)) return openStream(source, options);
  return refuse('source', 'a path, a Blob or a stream of bytes', source);
}

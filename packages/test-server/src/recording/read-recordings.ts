import { type Dirent } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidArgumentError } from '@streamone/core';
import * as z from 'zod/mini';
import type { Recording } from './recording.js';
import { recordingSchema } from './recording-schema.js';

const MOST_FILES = 20_000;
/** Bytes of one file. */
const LARGEST_FILE = 67_108_864;

function refuse(expected: string, given: string, advice?: string): never {
  throw new InvalidArgumentError({ argument: 'folder', expected, given, advice });
}

async function entries(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return refuse('a folder of recordings', folder, 'It is not there, or it can not be read.');
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const commands = (await entries(folder)).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const names: string[] = [];
  for (const { name } of commands) {
    const files = await entries(join(folder, name));
    names.push(...files.filter((file) => file.name.endsWith('.json')).map((file) => join(name, file.name)));
  }
  return names.sort();
}

async function readRecording(folder: string, name: string): Promise<Recording> {
  const path = join(folder, name);
  const { size } = await stat(path);
  if (size > LARGEST_FILE) refuse(`files of at most ${LARGEST_FILE} bytes`, `${path}, of ${size} bytes`);
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    refuse('files of JSON', `${path}, which is not JSON`);
  }
  const { success, data, error } = z.safeParse(recordingSchema, content);
  if (success) return data;
  const [issue] = error.issues;
  return refuse('files that the recorder wrote', path, `Something is wrong at "${issue?.path.join('.') ?? ''}".`);
}

/**
 * Reads the recordings of a folder, in the order of their names.
 *
 * @throws InvalidArgumentError for a folder that can't be read or has none, and for a file that is no recording.
 */
export async function readRecordings(folder: string): Promise<Recording[]> {
  const names = await listFiles(folder);
  if (names.length === 0) refuse('a folder of recordings', folder, 'There is no <command>/<action>-….json in it.');
  if (names.length > MOST_FILES) refuse(`at most ${MOST_FILES} recordings`, `${names.length} files`);
  const recordings: Recording[] = [];
  for (const name of names) recordings.push(await readRecording(folder, name));
  return recordings;
}

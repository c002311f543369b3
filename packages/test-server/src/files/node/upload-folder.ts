import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folders that must not outlive the process. */
const folders = new Set<string>();

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** Makes a temporary folder, which nobody else can read and which goes with the process at the latest. */
export async function makeUploadFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'streamone-test-server-'));
  // One listener for all servers of the process.
  if (folders.size === 0) process.once('exit', removeAll);
  folders.add(folder);
  return folder;
}

/** Removes such a folder with everything in it. */
export async function removeUploadFolder(folder: string): Promise<void> {
  folders.delete(folder);
  if (folders.size === 0) process.off('exit', removeAll);
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

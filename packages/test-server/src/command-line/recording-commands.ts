import { drift } from './drift.js';
import { record } from './record.js';
import { replay } from './replay.js';

/** The commands about recordings, by name; each takes the rest of the command line, and what the whole is called. */
export const recordingCommands: Readonly<
  Record<'record' | 'replay' | 'drift', (args: readonly string[], name: string) => Promise<void>>
> = {
  record,
  replay,
  drift,
};

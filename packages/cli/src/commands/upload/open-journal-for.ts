import type { Context } from '../../program/context.js';
import type { Settings } from '../../program/settings.js';
import { type UploadJournal, journalPath, openJournal } from './upload-journal.js';

/** The options that say where it is kept what is uploaded. */
export interface JournalOptions {
  /** A path, or false. */
  readonly state?: string | false;
  readonly item?: string;
  readonly replaceItem?: string;
}

const warn = (reason: string): void =>
  void process.stderr.write(`warning: what is uploaded can't be kept, so that nothing can be resumed: ${reason}\n`);

/**
 * The journal of uploads to where these settings lead. Where there is no home, or it can't be written, uploads go on
 * without one, and stderr tells so; a file that is asked for must be there.
 *
 * @throws InvalidArgumentError when a file that is asked for can't be read or written.
 */
export function openJournalFor(
  { env }: Context,
  settings: Settings,
  { state, item, replaceItem }: JournalOptions,
): UploadJournal | undefined {
  if (state === false) return undefined;
  const path = state ?? journalPath(env);
  if (path === undefined) {
    warn('there is no home folder (--state FILE)');
    return undefined;
  }
  const { url, accounts, customer } = settings;
  const scope = accounts?.value.join(',') ?? customer?.value ?? '';
  try {
    return openJournal(path, { url: url.value, scope, item: item ?? replaceItem ?? '' }, warn);
  } catch (error) {
    if (state !== undefined || !(error instanceof Error)) throw error;
    warn(error.message);
    return undefined;
  }
}

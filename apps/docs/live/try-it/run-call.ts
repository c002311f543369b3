import { createClient } from '@streamone/client';
import { Status, isApiError, isStreamOneError } from '@streamone/core';
import { type Actor, allCommands } from '@streamone/core/catalogue';
import { callMethod } from './call-method.ts';
import { liveCredentials } from './live-credentials.ts';
import { liveServer } from './live-server.ts';
import { endLiveSession } from './live-session.ts';
import type { Misfortune } from './misfortune.ts';
import { type SentRequest, recordingFetch } from './sent-requests.ts';

/** A call that is to be made. */
export interface TriedCall {
  readonly key: string;
  readonly actor: Actor;
  readonly misfortune: Misfortune;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** An error as the page shows it. */
export interface ShownError {
  /** The class. */
  readonly name: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly statusName: string | undefined;
  /** All its data, as it goes into a log. */
  readonly data: unknown;
}

/** What became of a call. */
export interface CallOutcome {
  readonly body?: unknown;
  /** How many rows match in all, where the answer says so. */
  readonly count?: number | undefined;
  readonly error?: ShownError;
  readonly sent: readonly SentRequest[];
}

function shownError(error: unknown): ShownError {
  if (!isStreamOneError(error)) throw error;
  const { status, statusName } = isApiError(error) ? error : {};
  return { name: error.name, message: error.message, status, statusName, data: error.toJSON() };
}

/** Arranges what is to go wrong at the server. @returns what takes it back */
function arrange(misfortune: Misfortune): () => void {
  if (misfortune === 'unavailable-twice') return liveServer.faults.add({ http: 503, times: 2 });
  if (misfortune === 'html') return liveServer.faults.add({ kind: 'html' });
  return () => undefined;
}

/** Makes a call with the real client, to the server of the page. */
export async function runCall({ key, actor, misfortune, arguments: args }: TriedCall): Promise<CallOutcome> {
  const auth = await liveCredentials(actor, misfortune === 'wrong-key');
  const late = misfortune === 'clock-behind' ? 3_600_000 : 0;
  const { fetch, sent } = recordingFetch();
  const { url, credentials } = liveServer;
  const clock = (): number => Date.now() - late;
  const client = createClient({ auth, url, fetch, clock, account: credentials.account, commands: allCommands });
  const takeBack = arrange(misfortune);
  try {
    const { body, header } = await callMethod(client, key, args).response();
    if (key === 'session/delete') endLiveSession();
    return { body, count: header.count, sent };
  } catch (error) {
    if (isApiError(error, Status.SESSION_NOT_FOUND)) endLiveSession();
    return { error: shownError(error), sent };
  } finally {
    takeBack();
  }
}

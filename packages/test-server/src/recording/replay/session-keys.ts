import type { Sha256 } from '../../sha256/sha256.js';
import type { Recording } from '../recording.js';
import { standIn } from './stand-in.js';

/** The keys of the sessions that a replay begins, by their IDs: stand-ins both. */
export function sessionKeys(recordings: readonly Recording[], sha256: Sha256): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { command, action, answers } of recordings) {
    if (command !== 'session' || action !== 'create') continue;
    for (const answer of answers) {
      const body: unknown = 'malformed' in answer ? null : answer.body;
      if (typeof body !== 'object' || body === null || !('id' in body) || !('key' in body)) continue;
      const { id, key } = body;
      if (typeof id === 'string' && typeof key === 'string') keys.set(standIn(id, sha256), standIn(key, sha256));
    }
  }
  return keys;
}

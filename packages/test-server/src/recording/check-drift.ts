import type { Action } from '@streamone/core/catalogue';
import { createDriftList } from './drift/drift-list.js';
import type { DriftReport } from './drift/drift-report.js';
import type { Recording } from './recording.js';

/**
 * Tells where recordings differ from the catalogue: what the platform does and the catalogue does
 * not say, or says otherwise.
 *
 * @param actions declared beside the catalogue, by `defineAction`
 */
export function checkDrift(recordings: readonly Recording[], actions: readonly Action[] = []): DriftReport[] {
  const list = createDriftList(actions);
  for (const recording of recordings) {
    for (const answer of recording.answers) list.check(recording, answer);
  }
  return list.reports();
}

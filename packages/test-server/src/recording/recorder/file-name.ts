import { createHash } from 'node:crypto';
import type { RecordedRequest } from '../recording.js';

/**
 * The file that a request is kept in, within the folder: `item/view-0123456789.json`. The same
 * request has the same file each time; what is masked does not count.
 */
export function fileName({ command, action, parameters, arguments: given }: RecordedRequest): string {
  // Names are in order already, so that equal requests give equal texts.
  const digest = createHash('sha256')
    .update(JSON.stringify([parameters, given]))
    .digest('hex');
  return `${command}/${action}-${digest.slice(0, 10)}.json`;
}

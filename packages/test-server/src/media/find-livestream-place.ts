import type { Livestream } from '../state/media-records.js';
import type { State } from '../state/state.js';
import { WebRefusal } from '../web/web-refusal.js';
import type { MediaPlace } from './media-place.js';

/** Finds the live stream that a path names, with its account. @throws WebRefusal (404) */
export function findLivestreamPlace({ parts }: MediaPlace, { livestreams }: State): Livestream {
  const id = parts.get('livestream');
  const livestream = id === undefined ? undefined : livestreams.get(id);
  if (livestream !== undefined && livestream.account === parts.get('account')) return livestream;
  throw new WebRefusal(404, { summary: 'There is no such live stream in this account.', argument: 'livestream' });
}

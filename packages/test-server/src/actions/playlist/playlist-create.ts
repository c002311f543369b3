import { playlistCreate } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { wholeSecond } from '../whole-second.js';
import { OWN_FIELDS } from './own-fields.js';
import { playlistRow } from './playlist-row.js';

/**
 * Answers `playlist/create`: an empty playlist of the caller's. Its title is its ID unless given, as
 * an item's; other arguments are kept as they are (inferred).
 */
export const answerPlaylistCreate = handler(playlistCreate, (call) => {
  const { arguments: given, caller, clock, state, timezone } = call;
  const open = new OpenArguments(given, timezone);
  const id = state.newId();
  const now = wholeSecond(clock);
  const playlist = state.playlists.add({
    id,
    title: open.text('title') ?? id,
    user: caller.type === 'application' ? null : caller.record.id,
    application: caller.type === 'application' ? caller.record.id : null,
    datecreated: now,
    datemodified: now,
    entries: [],
    fields: open.kept(OWN_FIELDS),
  });
  return { body: playlistRow(playlist, timezone, state) };
});

import type { Playlist, PlaylistEntry, SecurityRule, Securityprofile } from '../list-records.js';
import type { NewPlaylist, NewPlaylistEntry, NewSecurityRule, NewSecurityprofile } from '../record-kinds.js';
import type { Making } from './making.js';

function completeEntry(given: NewPlaylistEntry, position: number, making: Making): PlaylistEntry {
  return { position, item: null, livestream: null, fields: {}, ...given, id: given.id ?? making.newId() };
}

function completeRule(given: NewSecurityRule, position: number, making: Making): SecurityRule {
  const id = given.id ?? making.newId();
  return { position, verdict: 'DENY', start: null, end: null, fields: {}, ...given, id };
}

/** Fills in what is left out of a playlist: empty, titled like its ID, of nobody. Entries have the place that they are given at. */
export function completePlaylist({ entries = [], ...given }: NewPlaylist, making: Making): Playlist {
  const { id = making.newId(), datecreated = making.now() } = given;
  return {
    title: id,
    user: null,
    application: null,
    datemodified: datecreated,
    fields: {},
    ...given,
    entries: entries.map((entry, position) => completeEntry(entry, position, making)),
    id,
    datecreated,
  };
}

/** Fills in what is left out of a security profile: without rules, which allows everything. A rule denies unless told. */
export function completeSecurityprofile({ rules = [], ...given }: NewSecurityprofile, making: Making): Securityprofile {
  const { id = making.newId(), datecreated = making.now() } = given;
  return {
    account: null,
    customer: null,
    datemodified: datecreated,
    fields: {},
    ...given,
    rules: rules.map((rule, position) => completeRule(rule, position, making)),
    id,
    datecreated,
  };
}

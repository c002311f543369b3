import { liveServer } from './live-server.ts';

/** An ID that the page's server has, with what it is of. */
export interface KnownId {
  readonly id: string;
  readonly name: string;
}

const MOST = 50;

function named(records: Iterable<{ readonly id: string; readonly name: string }>): KnownId[] {
  return Array.from(records, ({ id, name }) => ({ id, name }));
}

function titled(records: Iterable<{ readonly id: string; readonly title: string }>): KnownId[] {
  return Array.from(records, ({ id, title }) => ({ id, name: title }));
}

/** The IDs that may be meant by an argument of this name, as `item`; the newest first. */
export function knownIds(argument: string): readonly KnownId[] {
  const { state } = liveServer;
  const lists: Readonly<Record<string, () => readonly KnownId[]>> = {
    item: () => titled(state.items),
    livestream: () => titled(state.livestreams),
    playlist: () => titled(state.playlists),
    securityprofile: () => named(state.securityprofiles),
    application: () => named(state.applications),
    service: () => named(state.services),
    recordschedule: () => named(state.recordschedules),
    user: () => Array.from(state.users, ({ id, username }) => ({ id, name: username })),
  };
  return lists[argument]?.().toReversed().slice(0, MOST) ?? [];
}

import { type TestServer, createTestServer } from '@streamone/test-server';

/** What examples speak of: IDs that the test server has with its usual seed, and so everybody who starts one. */
export interface Seeded {
  readonly item: string;
  readonly livestream: string;
  readonly playlist: string;
  readonly entry: string;
  readonly securityprofile: string;
  readonly rule: string;
  readonly user: string;
  readonly reader: string;
  readonly application: string;
  readonly service: string;
  readonly password: string;
}

const NOON = Date.parse('2026-01-15T12:00:00Z');

/** The test server as everybody has it who starts one, at a time that stands still: the pages are the same each time. */
export function seededServer(): TestServer {
  const server = createTestServer({ clock: () => NOON });
  server.clock.freeze();
  return server;
}

function must<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`the seeded test server has no ${what} any more: change the examples`);
  return found;
}

/** Looks up what examples speak of. */
export function seededValues({ state, credentials }: TestServer): Seeded {
  const here = ({ account }: { readonly account: string }): boolean => account === credentials.account;
  const playlist = must(
    state.playlists.find(() => true),
    'playlist',
  );
  const profile = must(
    state.securityprofiles.find(() => true),
    'security profile',
  );
  const other = ({ id }: { readonly id: string }): boolean => id !== credentials.application.id;
  return {
    item: must(
      state.items.find((item) => here(item) && !item.archived),
      'item',
    ).id,
    livestream: must(state.livestreams.find(here), 'live stream').id,
    playlist: playlist.id,
    entry: must(playlist.entries[0], 'entry of a playlist').id,
    securityprofile: profile.id,
    rule: must(profile.rules[0], 'rule').id,
    user: credentials.user.id,
    reader: must(
      state.users.find(({ username }) => username === 'reader'),
      'user "reader"',
    ).id,
    application: must(state.applications.find(other), 'second application').id,
    service: must(
      state.services.find(() => true),
      'service',
    ).id,
    password: credentials.login.password,
  };
}

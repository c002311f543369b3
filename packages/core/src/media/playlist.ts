/** The namespace of XSPF. Source: protocol, documented. */
export const XSPF_NAMESPACE = 'http://xspf.org/ns/0/';

/** The namespace of the platform's extension of it. Source: protocol, documented. */
export const PLAYER_NAMESPACE = 'http://static.streamone.nl/player/ns/0';

/** One of the places where a track can be played from, one for each quality. Source: protocol, documented. */
export interface PlaylistLocation {
  readonly url: string;
  /** What the quality is called: `s1:label`, of one line. */
  readonly label?: string | undefined;
  /** The height of the picture: `s1:height`. A whole number of pixels, which is inferred. */
  readonly height?: number | undefined;
  /** Whether it is the one to begin with: `s1:default`. Written as `1` and `0`, which is inferred. */
  readonly default?: boolean | undefined;
}

/** A track. Source: XSPF, which says what the fields mean; of the platform's use only the locations are known. */
export interface PlaylistTrack {
  readonly locations: readonly PlaylistLocation[];
  readonly identifiers?: readonly string[] | undefined;
  readonly title?: string | undefined;
  readonly creator?: string | undefined;
  readonly annotation?: string | undefined;
  /** The address of a page about it. */
  readonly info?: string | undefined;
  /** The address of a picture. */
  readonly image?: string | undefined;
  readonly album?: string | undefined;
  /** Its place in the album. */
  readonly trackNum?: number | undefined;
  /** Milliseconds, as XSPF has it; not seconds. */
  readonly duration?: number | undefined;
}

/** A playlist. Source: protocol, documented (XSPF and the extension); the fields are those of XSPF. */
export interface Playlist {
  readonly title?: string | undefined;
  readonly creator?: string | undefined;
  readonly annotation?: string | undefined;
  /** The address of a page about it. */
  readonly info?: string | undefined;
  /** Its own address. */
  readonly location?: string | undefined;
  readonly identifier?: string | undefined;
  /** The address of a picture. */
  readonly image?: string | undefined;
  /** When it was made, as XML Schema writes a date and time; not read further. */
  readonly date?: string | undefined;
  /** The address of its licence. */
  readonly license?: string | undefined;
  readonly tracks: readonly PlaylistTrack[];
}

/** How the text of an element is meant: as it is, an address, or a whole number from 0. */
export type PlaylistFieldKind = 'text' | 'address' | 'count';

/** The fields of a playlist that are elements with a text, in the order in which they are written. */
export const PLAYLIST_FIELDS = {
  title: 'text',
  creator: 'text',
  annotation: 'text',
  info: 'address',
  location: 'address',
  identifier: 'address',
  image: 'address',
  date: 'text',
  license: 'address',
} as const satisfies Readonly<Record<string, PlaylistFieldKind>>;

/** The fields of a track that are elements with a text, in the order in which they are written. */
export const TRACK_FIELDS = {
  title: 'text',
  creator: 'text',
  annotation: 'text',
  info: 'address',
  image: 'address',
  album: 'text',
  trackNum: 'count',
  duration: 'count',
} as const satisfies Readonly<Record<string, PlaylistFieldKind>>;

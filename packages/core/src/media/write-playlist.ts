import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import {
  PLAYER_NAMESPACE,
  PLAYLIST_FIELDS,
  type Playlist,
  type PlaylistFieldKind,
  type PlaylistLocation,
  type PlaylistTrack,
  TRACK_FIELDS,
  XSPF_NAMESPACE,
} from './playlist.js';
import { checkFields, checkXmlAddress, checkXmlText } from './xml/check-xml-text.js';
import { type XmlOutput, writeXml } from './xml/write-xml.js';

/** As many digits as the reader takes. */
const LARGEST = 999_999_999_999_999;

function count(argument: string, value: unknown): string {
  if (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LARGEST) return String(value);
  throw new InvalidArgumentError({ argument, expected: 'a whole number from 0', given: value });
}

const WRITERS = { text: checkXmlText, address: checkXmlAddress, count };

function writeFields(object: object, fields: Readonly<Record<string, PlaylistFieldKind>>, place: string): XmlOutput[] {
  const values = object as Readonly<Record<string, unknown>>;
  return Object.entries(fields)
    .filter(([name]) => values[name] !== undefined)
    .map(([name, kind]) => ({ name, content: WRITERS[kind](place + name, values[name]) }));
}

function checkList(argument: string, list: unknown): void {
  if (!Array.isArray(list)) throw new InvalidArgumentError({ argument, expected: 'an array', given: list });
}

function locationAttributes(location: PlaylistLocation, place: string): Record<string, string> {
  const { label, height, default: preset } = location;
  if (label !== undefined && /[\t\n\r]/.test(checkXmlText(`${place}label`, label))) {
    throw new InvalidArgumentError({ argument: `${place}label`, expected: 'a label of one line', given: label });
  }
  if (preset !== undefined && typeof preset !== 'boolean') {
    throw new InvalidArgumentError({ argument: `${place}default`, expected: 'true or false', given: preset });
  }
  return {
    ...(label !== undefined && { 's1:label': label }),
    ...(height !== undefined && { 's1:height': count(`${place}height`, height) }),
    ...(preset !== undefined && { 's1:default': preset ? '1' : '0' }),
  };
}

function writeTrack(track: PlaylistTrack, index: number): XmlOutput {
  const place = `tracks[${index}].`;
  checkFields(track, ['locations', 'identifiers', ...Object.keys(TRACK_FIELDS)], place);
  const { locations, identifiers = [] } = track;
  checkList(`${place}locations`, locations);
  checkList(`${place}identifiers`, identifiers);
  const content = [
    ...locations.map((location, at): XmlOutput => {
      const inside = `${place}locations[${at}].`;
      checkFields(location, ['url', 'label', 'height', 'default'], inside);
      const attributes = locationAttributes(location, inside);
      return { name: 'location', attributes, content: checkXmlAddress(`${inside}url`, location.url) };
    }),
    ...identifiers.map((identifier, at): XmlOutput => {
      return { name: 'identifier', content: checkXmlAddress(`${place}identifiers[${at}]`, identifier) };
    }),
    ...writeFields(track, TRACK_FIELDS, place),
  ];
  return { name: 'track', content };
}

/**
 * Writes an XSPF playlist with the platform's extension, so that `readPlaylist` gives the same again. Fields that are
 * undefined are left out. Source: protocol, documented; how `s1:height` and `s1:default` are written is inferred.
 *
 * @throws InvalidArgumentError naming the field that XML can't carry, or that is of the wrong type.
 */
export function writePlaylist(playlist: Playlist): string {
  checkFields(playlist, [...Object.keys(PLAYLIST_FIELDS), 'tracks'], '');
  checkList('tracks', playlist.tracks);
  return writeXml({
    name: 'playlist',
    attributes: { version: '1', xmlns: XSPF_NAMESPACE, 'xmlns:s1': PLAYER_NAMESPACE },
    content: [
      ...writeFields(playlist, PLAYLIST_FIELDS, ''),
      { name: 'trackList', content: playlist.tracks.map(writeTrack) },
    ],
  });
}

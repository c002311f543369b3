import { MediaFormatError } from './media-format-error.js';
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
import { readXml } from './xml/read-xml.js';
import { type XmlNode, placeOf } from './xml/xml-node.js';

const WHOLE = /^\d{1,15}$/;

function refuse(place: string, expected: string, found: unknown): MediaFormatError {
  return new MediaFormatError({ format: 'XSPF playlist', place, expected, found });
}

const named = (node: XmlNode, name: string): XmlNode[] =>
  node.children.filter((child) => child.name === name && child.namespace === XSPF_NAMESPACE);

function readText(node: XmlNode, kind: PlaylistFieldKind): string | number | undefined {
  const [inner] = node.children;
  if (inner !== undefined) throw refuse(placeOf(node), 'a text and no element', `<${inner.name}>`);
  if (kind === 'text') return node.text;
  const text = node.text.trim();
  if (kind === 'count') {
    if (WHOLE.test(text)) return Number(text);
    throw refuse(placeOf(node), 'a whole number from 0', text);
  }
  if (/\s/.test(text)) throw refuse(placeOf(node), 'an address without spaces', text);
  // An empty element, as `<image/>`, says what a missing one does.
  return text === '' ? undefined : text;
}

/** The element of that name, if there is one. */
function only(node: XmlNode, name: string): XmlNode | undefined {
  const [first, second] = named(node, name);
  if (second !== undefined) throw refuse(placeOf(second), `at most one ${name}`, 'another');
  return first;
}

function readFields(
  node: XmlNode,
  fields: Readonly<Record<string, PlaylistFieldKind>>,
): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, kind] of Object.entries(fields)) {
    const element = only(node, name);
    const value = element && readText(element, kind);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function readAddresses(node: XmlNode, name: string): { readonly element: XmlNode; readonly url: string }[] {
  return named(node, name).map((element) => {
    const url = readText(element, 'address');
    if (typeof url !== 'string') throw refuse(placeOf(element), 'an address', element.text);
    return { element, url };
  });
}

function readLocation({ element, url }: { readonly element: XmlNode; readonly url: string }): PlaylistLocation {
  const attribute = (name: string): string | undefined => element.attributes.get(`${PLAYER_NAMESPACE} ${name}`);
  const [label, height, preset] = [attribute('label'), attribute('height'), attribute('default')];
  if (height !== undefined && !WHOLE.test(height))
    throw refuse(`${placeOf(element)}/@height`, 'a whole number from 0', height);
  if (preset !== undefined && !/^(?:1|0|true|false)$/.test(preset)) {
    throw refuse(`${placeOf(element)}/@default`, '1, 0, true or false', preset);
  }
  return {
    url,
    ...(label !== undefined && { label }),
    ...(height !== undefined && { height: Number(height) }),
    ...(preset !== undefined && { default: preset === '1' || preset === 'true' }),
  };
}

function readTrack(node: XmlNode): PlaylistTrack {
  const identifiers = readAddresses(node, 'identifier').map(({ url }) => url);
  return {
    locations: readAddresses(node, 'location').map(readLocation),
    ...(identifiers.length > 0 && { identifiers }),
    ...readFields(node, TRACK_FIELDS),
  };
}

/**
 * Reads an XSPF playlist with the platform's extension, whatever prefixes it uses. A field that is not there is absent
 * in the result; elements of XSPF that the platform is not known to use (`link`, `meta`, `attribution`, `extension`)
 * and those of other namespaces are passed over. White space around addresses and numbers is taken off. At most
 * 5,000,000 characters and 32 levels; no DOCTYPE. Source: protocol, documented; how `s1:height` and `s1:default` are
 * written is inferred.
 *
 * @throws MediaFormatError naming the element that is wrong.
 * @throws InvalidArgumentError when it is given no text.
 */
export function readPlaylist(xml: string): Playlist {
  const root = readXml(xml, 'XSPF playlist');
  if (root.name !== 'playlist' || root.namespace !== XSPF_NAMESPACE) {
    throw refuse(root.name, `a playlist in the namespace ${XSPF_NAMESPACE}`, `${root.name} in "${root.namespace}"`);
  }
  const list = only(root, 'trackList');
  if (list === undefined) throw refuse('playlist/trackList', 'a list of tracks', undefined);
  return { ...readFields(root, PLAYLIST_FIELDS), tracks: named(list, 'track').map(readTrack) };
}

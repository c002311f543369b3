import { decodeComponent } from './decode-component.js';

/** A form as it was sent without the pairs of one name; all else stays byte for byte, in its order. */
export function cutPair(raw: string, name: string): string {
  if (!raw.includes('%')) {
    // The usual case first: the pair stands last and only once.
    const at = raw.lastIndexOf(`&${name}=`);
    if (at !== -1 && !raw.includes('&', at + 1) && raw.indexOf(name) === at + 1) return raw.slice(0, at);
  }
  return raw
    .split('&')
    .filter((pair) => decodeComponent(pair.split('=', 1)[0] ?? '') !== name)
    .join('&');
}

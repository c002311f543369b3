import type { World } from '../answer/world.js';
import { firstDifference } from '../explain/first-difference.js';
import type { Explanation } from '../explain/explanation.js';
import { sameText } from '../signature/same-text.js';
import type { SignedTarget } from './signed-target.js';

interface Mistake {
  readonly name: string;
  readonly summary: string;
  /** What is signed by whoever makes it. */
  readonly signed: (link: SignedTarget, serverUrl: string) => string;
}

const MISTAKES: readonly Mistake[] = [
  {
    name: 'file-name',
    summary: 'The name of the file was signed; it is left out, with the slash before it.',
    signed: ({ folder, fileName, query }) => `${folder}${fileName}?${query}`,
  },
  {
    name: 'slash',
    summary: 'The slash before the name of the file was signed; it is left out with the name.',
    signed: ({ folder, query }) => `${folder}/?${query}`,
  },
  {
    name: 'no-query',
    summary: 'The query was left out; it is signed, without the signature.',
    signed: ({ folder }) => folder,
  },
  {
    name: 'no-question-mark',
    summary: 'The "?" between path and query was left out.',
    signed: ({ folder, query }) => folder + query,
  },
  {
    name: 'host',
    summary: 'Protocol and host were signed; only path and query are.',
    signed: ({ stringToSign }, serverUrl) => serverUrl + stringToSign,
  },
  {
    name: 'host-and-file-name',
    summary: 'The whole address was signed; it is path and query, without the name of the file.',
    signed: ({ folder, fileName, query }, serverUrl) => `${serverUrl}${folder}${fileName}?${query}`,
  },
];

/** Explains a wrong signature of a media link: the known mistake that gives it, else what should have been signed. */
export function explainLink(
  link: SignedTarget,
  psk: string,
  { hmac, place }: Pick<World, 'hmac' | 'place'>,
): Explanation {
  const expected = link.stringToSign;
  const about = { argument: 'signature', expected };
  if (sameText(hmac(psk, expected), link.signature.toLowerCase())) {
    return { summary: 'The signature is in upper case; it is lower-case hex.', mistakes: ['upper-case'], ...about };
  }
  for (const { name, summary, signed } of MISTAKES) {
    const received = signed(link, place.url);
    if (!sameText(hmac(psk, received), link.signature)) continue;
    const difference = firstDifference(expected, received);
    return { summary, mistakes: [name], ...about, received, ...(difference && { firstDifference: difference }) };
  }
  return {
    summary: `The signature is wrong: it is the HMAC-SHA1 of the string below with the user's key, in lower-case hex.`,
    ...about,
  };
}

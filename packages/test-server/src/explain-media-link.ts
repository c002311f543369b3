import type { Explanation } from './explain/explanation.js';
import { utf8ByteString } from './form/byte-string.js';
import { explainLink } from './media/explain-link.js';
import { readSignedTarget } from './media/signed-target.js';
import { nodeRuntime } from './node-runtime.js';
import type { ActorCredentials } from './scenarios/credentials.js';
import { sameText } from './signature/same-text.js';

const ORIGIN = /^https?:\/\/[^/?#]+/i;

/**
 * Explains what is wrong with the signature of a media link; `undefined` where it is right. Whether the link still
 * holds, and whether the user may play the item, is not looked at.
 *
 * @param link as it is, or its path and query
 * @param user of whom the key is, whatever ID the link has
 */
export function explainMediaLink(link: string, user: ActorCredentials): Explanation | undefined {
  const [origin = ''] = ORIGIN.exec(link) ?? [];
  const target = utf8ByteString(link.slice(origin.length).replace(/#.*$/s, ''));
  const signed = readSignedTarget(target);
  if (signed === undefined || signed === 'malformed') {
    const how = signed === undefined ? 'is not signed' : 'is not signed as a whole';
    const summary = `The link ${how}: it takes exactly one each of signuser, signts (UNIX time in seconds) and signature.`;
    return { summary, argument: 'signature' };
  }
  const { hmac } = nodeRuntime;
  if (sameText(hmac(user.psk, signed.stringToSign), signed.signature)) return undefined;
  return explainLink(signed, user.psk, { hmac, place: { url: origin } });
}

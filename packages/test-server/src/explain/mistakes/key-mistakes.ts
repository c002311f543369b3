import { utf8ByteString } from '../../form/byte-string.js';
import type { ActorRecord, Application, User } from '../../state/records.js';
import { md5 } from '../md5.js';
import type { Signing } from '../signing.js';
import type { WronglySigned } from '../wrongly-signed.js';
import type { Mistake } from './mistake.js';

/** How many other actors' keys are tried. */
const MOST_ACTORS = 100;

interface Other {
  readonly record: ActorRecord;
  /** In words, as `the user "181EDJaov-Bm" (editor)`. */
  readonly words: string;
}

function words(kind: 'user' | 'application', { id }: ActorRecord, name: string): string {
  return `the ${kind} "${id}"${name === '' ? '' : ` (${name})`}`;
}

function signer({ caller }: WronglySigned): User | Application {
  return caller.type === 'session' ? caller.application : caller.record;
}

function* others(request: WronglySigned): Generator<Other, undefined> {
  const { users, applications } = request.world.state;
  const own = signer(request).psk;
  let left = MOST_ACTORS;
  for (const record of applications) {
    if (record.psk !== own && left-- > 0) yield { record, words: words('application', record, record.name) };
  }
  for (const record of users) {
    if (record.psk !== own && left-- > 0) yield { record, words: words('user', record, record.username) };
  }
}

function rekeyed(signing: Signing, psks: readonly (string | undefined)[]): Signing[] {
  return psks.filter((psk) => psk !== undefined).map((psk) => ({ ...signing, key: { ...signing.key, psk } }));
}

function fromBase64(text: string): string | undefined {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}

function fromHex(text: string): string | undefined {
  if (!/^(?:[0-9a-f]{2})+$/i.test(text)) return undefined;
  return text.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16)));
}

function toHex(bytes: string): string {
  return bytes.replace(/[^]/g, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'));
}

function dressed(key: string): string[] {
  return [`${key}\n`, `${key}\r\n`, `${key} `, ` ${key}`, `"${key}"`, `'${key}'`];
}

/** Mistakes in the PSK. */
export const keyMistakes: readonly Mistake[] = [
  {
    name: 'key-of-another',
    says: 'The key that was signed with is that of another actor.',
    detail: ({ key }, _right, request) => {
      const found = [...others(request)].find(({ record }) => {
        const psk = utf8ByteString(record.psk);
        return key.psk.includes(psk) || key.session.includes(psk);
      });
      const { type } = request.caller;
      const own = signer(request);
      const right = words(type === 'user' ? 'user' : 'application', own, 'name' in own ? own.name : own.username);
      if (found === undefined) return `Sign with that of ${right}.`;
      return `It is that of ${found.words}; the request says that it is from ${right}: use the ID and the PSK of the same one.`;
    },
    apply: (signing, request) =>
      rekeyed(
        signing,
        [...others(request)].map(({ record }) => utf8ByteString(record.psk)),
      ),
  },
  {
    name: 'key-empty',
    says: 'The key that was signed with is empty, as when a setting was not read.',
    apply: (signing) => [{ ...signing, key: { psk: '', session: '' } }],
  },
  {
    name: 'key-with-blank',
    says: 'There is a blank, a line end or a quote around the key that was signed with, as when it is read from a file; trim it.',
    apply: (signing) => {
      const { psk, session } = signing.key;
      const behind = session === '' ? [] : dressed(session).map((key) => ({ ...signing, key: { psk, session: key } }));
      return [...rekeyed(signing, dressed(psk)), ...behind];
    },
  },
  {
    name: 'key-decoded',
    says: 'The key was decoded (or encoded) as Base64 or hex before signing; the PSK is signed with as the text that it is.',
    apply: (signing) => {
      const { psk } = signing.key;
      return rekeyed(signing, [fromBase64(psk), fromHex(psk), btoa(psk), toHex(psk)]);
    },
  },
  {
    name: 'key-hashed',
    says: 'The key was hashed (MD5, SHA-1 or SHA-256) before signing; the PSK is signed with as the text that it is.',
    apply: (signing, { world }) => {
      const { psk, session } = signing.key;
      const hashes = [md5, world.sha1, world.sha256];
      const together =
        session === '' ? [] : hashes.map((hash) => ({ ...signing, key: { psk: hash(psk + session), session: '' } }));
      return [
        ...rekeyed(
          signing,
          hashes.map((hash) => hash(psk)),
        ),
        ...together,
      ];
    },
  },
  {
    name: 'key-in-other-case',
    says: 'The key that was signed with is in upper or lower case throughout; the PSK is signed with as it is.',
    apply: (signing) => rekeyed(signing, [signing.key.psk.toLowerCase(), signing.key.psk.toUpperCase()]),
  },
];

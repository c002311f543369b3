import { utf8ByteString } from '../../form/byte-string.js';
import type { Mistake } from './mistake.js';

const SEPARATORS = ['&', ':', '-', '.', '|', ' ', '+', ','];

/** Mistakes in the key of a session's requests: the application's PSK with the session's key behind it. */
export const sessionMistakes: readonly Mistake[] = [
  {
    name: 'session-key-missing',
    says: "The session's key is missing from what is signed with; in a session that is the application's PSK immediately followed by the session's key.",
    apply: (signing) => [{ ...signing, key: { ...signing.key, session: '' } }],
  },
  {
    name: 'session-key-misplaced',
    says: "The session's key is at the wrong place in what is signed with; that is the application's PSK immediately followed by the session's key, with nothing between them.",
    apply: (signing) => {
      const { psk, session } = signing.key;
      if (session === '') return [];
      return [
        { ...signing, key: { psk: session, session: psk } },
        { ...signing, key: { psk: '', session } },
        ...SEPARATORS.map((separator) => ({ ...signing, key: { psk: psk + separator, session } })),
      ];
    },
  },
];

/** Less usual ones. */
export const otherSessionMistakes: readonly Mistake[] = [
  {
    name: 'user-key-in-session',
    says: "The user's own PSK was signed with; in a session it is the application's PSK immediately followed by the session's key.",
    apply: (signing, { caller }) => {
      if (caller.type !== 'session') return [];
      const psk = utf8ByteString(caller.record.psk);
      return [
        { ...signing, key: { psk, session: '' } },
        { ...signing, key: { ...signing.key, psk } },
      ];
    },
  },
  {
    name: 'session-id-as-key',
    says: 'The session\'s ID was signed with in place of its key; session/create answers both, "id" and "key".',
    apply: (signing, { caller }) => {
      if (caller.type !== 'session') return [];
      return [{ ...signing, key: { ...signing.key, session: caller.session.id } }];
    },
  },
];

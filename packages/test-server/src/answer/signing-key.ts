import type { Caller } from './authenticate.js';

/** What a caller must sign with: its PSK; in a session the application's, with the session's key behind it (observed). */
export function signingKey(caller: Caller): string {
  return caller.type === 'session' ? caller.application.psk + caller.session.key : caller.record.psk;
}

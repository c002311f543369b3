import type { HmacSha1 } from './hmac/hmac-sha1.js';
import type { Sha256 } from './sha256/sha256.js';

/** What a runtime gives to the server's core, which is the same in all of them. */
export interface Runtime {
  readonly hmac: HmacSha1;
  readonly sha256: Sha256;
}

import type { ContentBackend } from './files/content-backend.js';
import type { ContentLimits } from './files/content-limits.js';
import type { HmacSha1 } from './hmac/hmac-sha1.js';
import type { KeyedHmac } from './hmac/keyed-hmac.js';
import type { Sha1 } from './sha1/sha1.js';
import type { Sha256 } from './sha256/sha256.js';
import type { ReadUpload } from './uploads/upload-form.js';

/** What a runtime gives to the server's core, which is the same in all of them. */
export interface Runtime {
  readonly hmac: HmacSha1;
  readonly sha256: Sha256;
  /** For explanations. */
  readonly keyedHmac: KeyedHmac;
  /** For explanations. */
  readonly sha1: Sha1;
  /** Makes what the contents of uploaded files are kept with. */
  readonly contentBackend: () => ContentBackend;
  /** How much of them is taken in, unless told otherwise. */
  readonly contentLimits: ContentLimits;
  readonly readUpload: ReadUpload;
}

import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { bytesOf } from '../form/byte-string.js';
import type { Sha1 } from './sha1.js';

/** SHA-1 in JavaScript, for runtimes without a synchronous one of their own. */
export const portableSha1: Sha1 = (message) => bytesToHex(sha1(bytesOf(message)));

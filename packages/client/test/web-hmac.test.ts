import { webHmac } from '@streamone/core';
import { hmacSuite } from './hmac-suite.ts';

hmacSuite('WebCrypto', webHmac);

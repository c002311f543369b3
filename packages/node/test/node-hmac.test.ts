import { nodeHmac } from '@streamone/node';
import { hmacSuite } from '../../client/test/hmac-suite.ts';

hmacSuite('node:crypto', nodeHmac);

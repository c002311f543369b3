import { createClient } from '@streamone/node';
import { endToEndSuite } from '../../client/test/end-to-end-suite.ts';

endToEndSuite('the client for Node', (options) => createClient(options));

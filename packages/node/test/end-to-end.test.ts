import { createClient } from '@streamone/node';
import { startTestServer } from '@streamone/test-server';
import { applicationSuite } from '../../client/test/application-suite.ts';
import { endToEndSuite } from '../../client/test/end-to-end-suite.ts';

endToEndSuite('the client for Node', { start: startTestServer, create: (options) => createClient(options) });
applicationSuite('the client for Node', (options) => createClient(options));

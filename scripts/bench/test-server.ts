// The test server in a process of its own, with the scenario that is its argument.
import { startTestServer } from '@streamone/test-server';

const [scenario = 'studio'] = process.argv.slice(2);
const server = await startTestServer({ scenario });
process.send?.({ url: server.url, credentials: server.credentials });
process.on('disconnect', () => process.exit(0));

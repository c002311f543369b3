// The test server in a process of its own.
import { startTestServer } from '@streamone/test-server';

const server = await startTestServer();
process.send?.({ url: server.url, credentials: server.credentials });
process.on('disconnect', () => process.exit(0));

import { type TestServer, createTestServer } from '@streamone/test-server';
import { type Seeded, seededValues } from '../../reference/seeded.ts';

/** The test server of the page: made once, it lives as long as the page, whichever parts of the site one goes through. */
export const liveServer: TestServer = createTestServer();

/** What examples speak of, as it was at first. */
export const seeded: Seeded = seededValues(liveServer);

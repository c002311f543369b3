import { type ClientOptions, createClient } from '@streamone/client';
import { allCommands } from '@streamone/core/catalogue';
import { startTestServer } from '@streamone/test-server';
import { applicationSuite } from './application-suite.ts';
import { endToEndSuite } from './end-to-end-suite.ts';

const create = (options: Omit<ClientOptions, 'commands'>) => createClient({ ...options, commands: allCommands });

endToEndSuite('the portable client', { start: startTestServer, create });
applicationSuite('the portable client', create);

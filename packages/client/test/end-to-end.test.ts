import { createClient } from '@streamone/client';
import { allCommands } from '@streamone/core/catalogue';
import { endToEndSuite } from './end-to-end-suite.ts';

endToEndSuite('the portable client', (options) => createClient({ ...options, commands: allCommands }));

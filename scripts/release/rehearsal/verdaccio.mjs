// Serves the registry that is installed in the folder this runs in, on a free port, until whoever started it is gone.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { runServer } = createRequire(join(process.cwd(), 'package.json'))('verdaccio');
process.on('disconnect', () => process.exit());

const server = await runServer(join(process.cwd(), 'config.yaml'));
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port));

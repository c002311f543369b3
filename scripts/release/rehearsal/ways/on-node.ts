import { equal } from 'node:assert/strict';
import { checkTold } from '../check-told.ts';
import { freshProject } from '../fresh-project.ts';
import type { Rehearsal } from '../perform.ts';

/** The lowest Node that the packages say they run on. */
const LOWEST = '22.19.0';

const LOGGED_IN = { loggedIn: 'editor' };

/** ES modules, and the test server's own command. */
const esModules: Rehearsal = {
  name: 'Node, ES modules',
  async run(stage) {
    const own = ['node', 'test-server'];
    const { run } = await freshProject(stage, { name: 'node-esm', own, files: ['story', 'node'] });
    checkTold(await run('node', 'main.mjs'), LOGGED_IN);
    equal(
      await run('streamone-test-server', '--version'),
      `${stage.version} (unofficial, not affiliated with the vendor)\n`,
    );
    return `Node ${(await run('node', '--version')).trim()}`;
  },
};

const commonJs: Rehearsal = {
  name: 'Node, require',
  async run(stage) {
    const own = ['node', 'test-server'];
    const files = ['story', 'commonjs'];
    const { run } = await freshProject(stage, { name: 'node-require', type: 'commonjs', own, files });
    checkTold(await run('node', 'main.cjs'), LOGGED_IN);
    return `Node ${(await run('node', '--version')).trim()}`;
  },
};

const lowest: Rehearsal = {
  name: 'Node, the lowest',
  async run(stage) {
    const { folder, run } = await freshProject(stage, {
      name: 'node-lowest',
      own: ['node', 'test-server', 'cli'],
      others: [`node@${LOWEST}`],
      files: ['story', 'node', 'commonjs'],
    });
    const node = `${folder}/node_modules/node/bin/node`;
    equal((await run(node, '--version')).trim(), `v${LOWEST}`);
    checkTold(await run(node, 'main.mjs'), LOGGED_IN);
    checkTold(await run(node, 'main.cjs'), LOGGED_IN);
    const told = await run(node, 'node_modules/@streamone/cli/bin/streamone.js', 'status', '120', '--json');
    equal((JSON.parse(told) as { readonly name: string }).name, 'ITEM_NOT_FOUND');
    return `Node v${LOWEST}: modules, require, the command line`;
  },
};

/** On Node itself. */
export const onNode: readonly Rehearsal[] = [esModules, commonJs, lowest];

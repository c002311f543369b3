import * as fc from 'fast-check';
import { describe, test } from 'vitest';
import { inProcess, socket } from './adapters.js';
import {
  advancing,
  creating,
  deleting,
  emptyModel,
  initializing,
  readingOnly,
  settings,
  using,
} from './session-model.js';

const index = fc.nat({ max: 7 });
const commands = [
  fc.constantFrom('editor', 'reader', 'nobody').map(initializing),
  fc.constantFrom('editor', 'reader').map(initializing),
  fc.tuple(index, fc.constant(true)).map(([at, right]) => creating(at, right)),
  fc.tuple(index, fc.boolean()).map(([at, right]) => creating(at, right)),
  index.map(using),
  index.map(using),
  index.map(deleting),
  fc.constantFrom(1, 7, 29, 30, 39, 40, 49, 50).map(advancing),
  fc.boolean().map(readingOnly),
];

describe.each([
  { adapter: inProcess, numRuns: 150 },
  { adapter: socket, numRuns: 10 },
])('over $adapter.name', ({ adapter, numRuns }) => {
  test('the life of sessions follows the model, whatever happens in whatever order', async () => {
    const server = await adapter.start({ scenario: 'studio' });
    server.clock.set(new Date('2026-05-04T03:02:01Z'));
    server.clock.freeze();
    Object.assign(server.state, settings);
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 60, size: 'max' }), async (list) => {
        server.state.readOnly = false;
        server.state.failedLogins.clear();
        await fc.asyncModelRun(() => ({ model: emptyModel(), real: { server, adapter } }), list);
      }),
      { numRuns, endOnFailure: false },
    );
    await server.close();
  });
});

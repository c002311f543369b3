import fc from 'fast-check';
import { test } from 'vitest';
import { Kill, Login, Logout, Read, Resume, SetReadOnly, TIMEOUT, Wait, startModel } from './session-model.ts';

const which = fc.nat(5);

test('sessions live and end as a model of them says, against the test server', async () => {
  const steps = [
    fc.boolean().map((right) => new Login(right)),
    fc.constant(new Login(true)),
    which.map((at) => new Read(at)),
    which.map((at) => new Read(at)),
    which.map((at) => new Logout(at)),
    which.map((at) => new Kill(at)),
    fc.tuple(which, fc.boolean()).map(([at, byId]) => new Resume(at, byId)),
    fc.constantFrom(1, 29, 300, TIMEOUT - 1, TIMEOUT, TIMEOUT + 1).map((seconds) => new Wait(seconds)),
    fc.boolean().map((readOnly) => new SetReadOnly(readOnly)),
  ];
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 40 }), (commands) => fc.asyncModelRun(startModel, commands)),
    { numRuns: 60 },
  );
});

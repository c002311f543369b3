import { describe, expect, test } from 'vitest';
import { type Reply, refusal, startScriptedServer } from './scripted-server.ts';
import { clientOf, errorOf } from './test-client.ts';

type S1 = ReturnType<typeof clientOf>;

async function awaitsIt(s1: S1): Promise<unknown> {
  const rows = await s1.item.view();
  return rows;
}

async function asksForTheResponse(s1: S1): Promise<unknown> {
  const { body } = await s1.item.view({}, { signal: new AbortController().signal }).response();
  return body;
}

async function iterates(s1: S1): Promise<void> {
  for await (const row of s1.item.view()) void row;
}

async function gathers(s1: S1): Promise<unknown> {
  const rows = await s1.item.view().all();
  return rows;
}

async function chains(s1: S1): Promise<unknown> {
  const first = await s1.item.view().then(([row]) => row);
  return first;
}

async function givesNonsense(s1: S1): Promise<unknown> {
  const rows = await s1.item.view({ limit: -1 });
  return rows;
}

const refused = refusal(120, 'gone');
const broken: Reply = (socket) => socket.resetAndDestroy();

describe('the stack of an error names who made the call', () => {
  test.for<[name: string, run: (s1: S1) => Promise<unknown>, reply: Reply]>([
    ['awaited', awaitsIt, refused],
    ['awaited, when the connection breaks', awaitsIt, broken],
    ['asked for its response', asksForTheResponse, refused],
    ['iterated', iterates, refused],
    ['gathered', gathers, refused],
    ['chained', chains, refused],
    ['refused here', givesNonsense, refused],
  ])('%s', async ([, run, reply]) => {
    await using server = await startScriptedServer([reply]);
    const error = await errorOf(run(clientOf(server.url, { retry: 0 })));
    expect(error.stack).toMatch(new RegExp(`at (async )?${run.name} .*error-stack\\.test\\.ts`));
    expect(error.stack?.split('\n')[0]).toBe(`${error.name}: ${error.message}`);
  });

  test('one that nobody awaits yet keeps where it came about', async () => {
    await using server = await startScriptedServer([refused]);
    const call = clientOf(server.url, { retry: 0 }).item.view();
    const told = new Promise<Error>((resolve) => {
      call.response().catch(resolve);
    });
    expect((await told).stack).toMatch(/\n\s+at /);
  });
});

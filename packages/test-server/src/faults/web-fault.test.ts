import { describe, expect, test } from 'vitest';
import type { FaultOptions } from './fault.js';
import { webFault } from './web-fault.js';

function run(fault: FaultOptions, signal = new AbortController().signal) {
  let carriedOut = 0;
  const response = webFault(fault, {
    signal,
    proceed: () => {
      carriedOut++;
      return Response.json({ text: 'something to send' }, { status: 201 });
    },
    refuse: (status) => new Response(null, { status: 302, headers: { location: `/?error=${status}` } }),
  });
  return { response, carriedOut: () => carriedOut };
}

const BODY = '{"text":"something to send"}';

describe('what a web route answers on order of a fault', () => {
  test('a status, as the route tells of it', async () => {
    const { response, carriedOut } = run({ status: 8, retryAfter: 4 });
    const { status, headers } = await response;
    expect([status, headers.get('location'), headers.get('retry-after')]).toEqual([302, '/?error=8', '4']);
    expect(carriedOut()).toBe(0);
  });

  test.each<[FaultOptions, number, string, number]>([
    [{ http: 503 }, 503, 'A fault was ordered for this request.\n', 0],
    [{ http: 204 }, 204, '', 0],
    [{ kind: 'empty' }, 200, '', 0],
    [{ kind: 'malformed' }, 201, BODY.slice(0, BODY.length / 2), 1],
    [{ kind: 'delay', ms: 1 }, 201, BODY, 1],
    [{ kind: 'slow', ms: 20 }, 201, BODY, 1],
  ])('%j', async (fault, status, text, times) => {
    const { response, carriedOut } = run(fault);
    const answered = await response;
    expect(answered.status).toBe(status);
    expect(await answered.text()).toBe(text);
    expect(carriedOut()).toBe(times);
  });

  test('a page of HTML', async () => {
    const { headers } = await run({ kind: 'html' }).response;
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('a body that breaks off', async () => {
    const { response, carriedOut } = run({ kind: 'truncated' });
    await expect((await response).text()).rejects.toThrow('terminated');
    expect(carriedOut()).toBe(1);
  });

  test('no answer', async () => {
    const { response, carriedOut } = run({ kind: 'reset' });
    await expect(response).rejects.toThrow(TypeError);
    expect(carriedOut()).toBe(0);
    const left = new AbortController();
    const hanging = run({ kind: 'hang' }, left.signal);
    const delayed = run({ kind: 'delay', ms: 600_000 }, left.signal);
    left.abort(new Error('left'));
    await expect(hanging.response).rejects.toThrow('left');
    await expect(delayed.response).rejects.toThrow('left');
    expect(hanging.carriedOut()).toBe(0);
  });
});

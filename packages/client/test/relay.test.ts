import {
  type CachedResponse,
  type Relay,
  type RelayedRequest,
  type ResponseCache,
  type TransportRequest,
  createRuntimeClient,
  kyAttempts,
} from '@streamone/client';
import { HttpError, signRequest, user, webHmac } from '@streamone/core';
import { itemCommand } from '@streamone/core/catalogue';
import { expect, test } from 'vitest';
import { errorOf } from './test-client.ts';

interface Answer {
  readonly status?: number;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Of the relay's own. */
  readonly refused?: { readonly repeatable: boolean; readonly sent: 'no' | 'unknown' };
}

/** A client behind a relay that answers so, one after the other. */
function relayed(answers: readonly Answer[], more: Partial<Relay> = {}, cache?: ResponseCache) {
  const sent: TransportRequest[] = [];
  const heard: number[] = [];
  const now = (): Answer => answers[Math.min(sent.length, answers.length) - 1] ?? {};
  const write: Relay['write'] = ({ command, action, arguments: args, account }): RelayedRequest => ({
    wire: {
      url: `https://relay.example/${command}/${action}`,
      headers: { 'x-relay': '1' },
      body: JSON.stringify([args, account]),
    },
    refusal: ({ status }, place) => {
      const { refused } = now();
      if (refused === undefined) return undefined;
      const error = new HttpError({ ...place, reason: 'refused', httpStatus: status, excerpt: '', sent: refused.sent });
      return { error, repeatable: refused.repeatable };
    },
    answered: ({ status }) => void heard.push(status),
  });
  const client = createRuntimeClient(
    { url: 'https://relay.example', commands: [itemCommand], ...(cache !== undefined && { cache }) },
    {
      attempts: kyAttempts,
      sign: signRequest,
      hmac: webHmac,
      relay: { actor: () => ({ key: 'somebody', type: 'user' }), cacheFor: (given) => given, write, ...more },
      transport: {
        send: async (request) => {
          sent.push(request);
          const { status = 200, header = {} } = now();
          const text = JSON.stringify({ header: { status: 0, statusmessage: '', ...header }, body: [] });
          return {
            status,
            headers: { date: new Date(Date.UTC(2020, 0)).toUTCString() },
            text: status === 200 ? text : 'refused',
          };
        },
      },
    },
  );
  return { client, sent, heard };
}

test('what a relay writes is sent as it is, and nobody signs', async () => {
  const { client, sent, heard } = relayed([{}]);
  await client.item.view({ limit: 1 });
  expect(sent).toMatchObject([
    {
      url: 'https://relay.example/item/view',
      headers: { 'x-relay': '1' },
      body: '[[["limit","1"]],null]',
      write: false,
    },
  ]);
  expect(heard).toEqual([0]);
  await client.with({ account: 'Ac1' }).item.view();
  expect(sent[1]?.body).toBe('[[],"Ac1"]');
});

test.for([
  ['a read that it may repeat', 'view', { repeatable: true, sent: 'unknown' }, 3],
  ['a read that it may not', 'view', { repeatable: false, sent: 'no' }, 1],
  ['a write that was not sent on', 'create', { repeatable: true, sent: 'no' }, 3],
  ['a write in doubt', 'create', { repeatable: true, sent: 'unknown' }, 1],
] as const)('a refusal of its own: %s', async ([, action, refused, attempts]) => {
  const { client, sent } = relayed([{ status: 503, refused }]);
  const call = action === 'view' ? client.item.view() : client.item.create({ title: 'x' });
  expect(await errorOf(call)).toMatchObject({ name: 'HttpError', httpStatus: 503, attempts });
  expect(sent).toHaveLength(attempts);
});

test('its clock is its own matter', async () => {
  const { client, sent, heard } = relayed([{ header: { status: 2 } }]);
  expect(await errorOf(client.item.view())).toMatchObject({ name: 'ClockSkewError', attempts: 1 });
  expect([sent.length, heard]).toEqual([1, [2]]);
});

test('answers are kept where it says, under who acts', async () => {
  const kept = new Map<string, CachedResponse>();
  const cache: ResponseCache = {
    get: async (key) => kept.get(key),
    set: async (key, response) => void kept.set(key, response),
    clear: async () => kept.clear(),
  };
  const cacheable = [{ header: { cacheable: true } }];
  const { client, sent } = relayed(cacheable, {}, cache);
  await client.item.view();
  expect((await client.item.view().response()).cached).toBe(true);
  expect([sent.length, [...kept.keys()][0]]).toEqual([1, expect.stringContaining('somebody')]);
  kept.clear();
  await relayed(cacheable, { cacheFor: () => undefined }, cache).client.item.view();
  expect(kept.size).toBe(0);
});

test('nobody else may sign', () => {
  const { client } = relayed([{}]);
  expect(() => client.with({ auth: user({ id: 'u', psk: 'k' }) })).toThrow(/auth: expected a client that signs/);
});

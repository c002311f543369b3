import { type ProxyTrust, application, createClient, createGateway } from '@streamone/node';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const envelope = (body: unknown): string => JSON.stringify({ header: { status: 0, statusmessage: 'OK' }, body });

/** A gateway whose platform keeps what it was told. */
function gatewayTo(more: object = {}) {
  const asked: URLSearchParams[] = [];
  const client = createClient({
    auth: application({ id: 'a', psk: 'k' }),
    account: 'Ac1',
    fetch: async (_url, { body }) => {
      asked.push(new URLSearchParams(body as string));
      return new Response(envelope({ challenge: 'c', salt: '$2y$12$x', needsv2hash: false }));
    },
  });
  const gateway = createGateway({
    client,
    allow: ['item/view'],
    anonymous: true,
    origins: ['https://site.example'],
    ...more,
  });
  const post = async (path: string, members: object, headers: object = {}, ip?: string) => {
    const request = new Request(`http://internal/streamone/${path}`, {
      method: 'POST',
      headers: {
        'x-streamone-gateway': '1',
        'content-type': 'application/json',
        origin: 'https://site.example',
        ...headers,
      },
      body: JSON.stringify(members),
    });
    return gateway(request, ip === undefined ? undefined : { ip });
  };
  return { asked, post };
}

const XFF = 'x-forwarded-for';
const rows: [
  what: string,
  peer: string | undefined,
  trust: ProxyTrust | undefined,
  headers: object,
  told: string | undefined,
][] = [
  ['the peer', '198.51.100.1', undefined, {}, '198.51.100.1'],
  [
    'the peer, whatever a page says',
    '198.51.100.1',
    undefined,
    { [XFF]: '9.9.9.9', forwarded: 'for=9.9.9.9' },
    '198.51.100.1',
  ],
  ['IPv4 within IPv6', '::ffff:198.51.100.1', undefined, {}, '198.51.100.1'],
  ['IPv6', '2001:DB8::1', undefined, {}, '2001:db8::1'],
  ['nobody', undefined, undefined, { [XFF]: '9.9.9.9' }, undefined],
  ['what is no address', 'unix', undefined, {}, undefined],
  ['behind one proxy: what it saw', '10.0.0.1', true, { [XFF]: '203.0.113.5' }, '203.0.113.5'],
  ['behind one proxy: not what came before', '10.0.0.1', 1, { [XFF]: '9.9.9.9, 203.0.113.5' }, '203.0.113.5'],
  ['behind two', '10.0.0.1', 2, { [XFF]: '9.9.9.9, 203.0.113.5, 10.0.0.2' }, '203.0.113.5'],
  ['behind two, when only one wrote', '10.0.0.1', 2, { [XFF]: '203.0.113.5' }, '203.0.113.5'],
  ['behind one that wrote nothing', '10.0.0.1', 1, {}, '10.0.0.1'],
  ['behind one that wrote nonsense', '10.0.0.1', 1, { [XFF]: '203.0.113.5, unknown' }, undefined],
  ['behind a known one', '10.0.0.1', ['10.0.0.0/8'], { [XFF]: '9.9.9.9, 203.0.113.5, 10.0.0.2' }, '203.0.113.5'],
  ['past the known ones', '198.51.100.1', ['10.0.0.0/8', '2001:db8::/32'], { [XFF]: '9.9.9.9' }, '198.51.100.1'],
  ['behind a known one, with a port', '10.0.0.1', ['10.0.0.1'], { [XFF]: '203.0.113.5:4711' }, '203.0.113.5'],
  [
    'behind one that writes Forwarded',
    '10.0.0.1',
    { proxies: 1, header: 'forwarded' },
    { forwarded: 'for=9.9.9.9;proto=https, for="[2001:db8::5]:80";by=x', [XFF]: '9.9.9.9' },
    '2001:db8::5',
  ],
  [
    'behind one that writes the host too, which the sender has chosen',
    '10.0.0.1',
    { proxies: 1, header: 'forwarded' },
    { forwarded: 'for=203.0.113.5;host="a,for=9.9.9.9;x="' },
    '203.0.113.5',
  ],
  [
    'behind one that writes such a host first',
    '10.0.0.1',
    { proxies: 1, header: 'forwarded' },
    { forwarded: 'host="a;for=9.9.9.9;x=";for=203.0.113.5' },
    '203.0.113.5',
  ],
  [
    'behind one that adds to a quote which the sender left open',
    '10.0.0.1',
    { proxies: 1, header: 'forwarded' },
    { forwarded: 'for=9.9.9.9;x=", for=203.0.113.5' },
    undefined,
  ],
  [
    'behind one that writes X-Forwarded-For, not what a page has in Forwarded',
    '10.0.0.1',
    1,
    { forwarded: 'for=9.9.9.9', [XFF]: '203.0.113.5' },
    '203.0.113.5',
  ],
];
test.for(rows)('userip is %s', async ([, peer, trustProxy, headers, told]) => {
  const { asked, post } = gatewayTo({ trustProxy });
  const response = await post('login/initialize', { username: 'eva' }, headers, peer);
  if (told === undefined) {
    expect([response.status, await response.json()]).toMatchObject([500, { error: { code: 'no-address' } }]);
    expect(asked).toEqual([]);
  } else {
    expect(response.status).toBe(200);
    expect(asked.map((form) => form.get('userip'))).toEqual([told]);
  }
});

test('whatever a page writes before, the proxy alone is believed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.stringMatching(/^[ -+\--~]{0,20}$/))),
      fc.ipV4(),
      async (made, real) => {
        const { asked, post } = gatewayTo({ trustProxy: 1 });
        await post('login/initialize', { username: 'eva' }, { [XFF]: [...made, real].join(',') }, '10.0.0.1');
        expect(asked[0]?.get('userip')).toBe(real);
      },
    ),
    { numRuns: 50 },
  );
});

test('arguments arrive as they were sent', async () => {
  const { asked, post } = gatewayTo();
  const name = fc.stringMatching(/^z[A-Za-z0-9_]{0,20}$/);
  const value = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'é', '🎬', '&', '=', '%', '+', ' ', '\n', '\0', '"') }),
    fc.constant(null),
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, value, { maxKeys: 20, noNullPrototype: true }), async (args) => {
      asked.length = 0;
      const response = await post('api/item/view', { arguments: args }, {}, '198.51.100.1');
      expect(response.status).toBe(200);
      const sent = Object.fromEntries(Object.entries(args).map(([key, given]) => [key, given ?? '']));
      expect(Object.fromEntries(asked[0] ?? [])).toEqual(sent);
    }),
    { numRuns: 50 },
  );
});

test('whatever a body is, the answer is one of the protocol', async () => {
  const { post } = gatewayTo();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('api/item/view', 'login/initialize', 'login', 'logout', 'session'),
      fc.json(),
      async (path, json) => {
        const response = await post(path, JSON.parse(json) as object, {}, '198.51.100.1');
        const answer = (await response.json()) as Record<string, unknown>;
        expect(['header', 'error', 'session'].some((member) => member in answer)).toBe(true);
        expect(answer).not.toHaveProperty('error.code', 'internal');
      },
    ),
    { numRuns: 100 },
  );
});

import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import { application, createClient, createGateway } from '@streamone/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatewayCodes } from '../src/gateway/gateway-codes.ts';
import { serve } from './gateway-site.ts';

const page = readFileSync(new URL('../../../docs/gateway-protocol.md', import.meta.url), 'utf8');

interface Message {
  readonly first: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

function read(block: string): Message {
  const [head = '', ...rest] = block.split('\n\n');
  const [first = '', ...lines] = head.split('\n');
  const headers = lines.map((line) => {
    const [name = '', value = ''] = line.split(/: (.*)/s);
    return [name, value] as const;
  });
  return { first, headers, body: rest.join('\n\n') };
}

const messages = [...page.matchAll(/^```http\n([\s\S]*?)\n```$/gm)].map(([, block = '']) => read(block));
const examples = messages.flatMap((message, at) => {
  const answer = messages[at + 1];
  return at % 2 === 0 && answer !== undefined
    ? [{ name: `${at / 2 + 1}: ${message.first}`, request: message, answer }]
    : [];
});

/** What the platform answers in the examples. Nothing of the sessions' keys may reach them. */
let uploadurl = '';
const header = { status: 0, statusmessage: 'OK', apiversion: 3, cacheable: false, timezone: 'Europe/Amsterdam' };
function platform(path: string, form: URLSearchParams): { header: object; body: unknown } {
  switch (path) {
    case 'item/view':
      if (form.get('limit') === 'many') {
        return { header: { status: 6, statusmessage: 'Input error', apiversion: 3 }, body: null };
      }
      return {
        header: { ...header, cacheable: true, count: 41 },
        body: [{ id: 'It5aQmVb-02m', title: 'Žižkov at night', type: 'video', datecreated: '2015-09-28 09:00:02' }],
      };
    case 'session/initialize':
      return {
        header,
        body: {
          challenge: 'coRUuWCVY3pqiEt69i9IaU8d9E0Q4zz6',
          salt: '$2y$12$baztaaydu13s4ah6y6pegt',
          needsv2hash: false,
        },
      };
    case 'session/create':
      return { header, body: { id: 'canary-id', key: 'canary-key', timeout: 3600, user: 'Cmv8fnKfjF2l' } };
    case 'user/viewme':
      return {
        header: { ...header, cacheable: true, sessiontimeout: 3600 },
        body: { id: 'Cmv8fnKfjF2l', username: 'eva', active: true, datecreated: '2015-09-28 09:05:57' },
      };
    case 'uploadtoken/create':
      return { header, body: { token: 'canary-token', uploadurl, itemid: 'It5aQmVb-02m', fileid: 'Fi8fnKfjF2lC' } };
    case 'session/delete':
      return { header, body: null };
    default:
      throw new Error(`no answer of ${path}`);
  }
}

const client = createClient({
  auth: application({ id: 'Ap1', psk: 'canary-psk' }),
  account: 'Mn9mdVb-02mA',
  clock: () => Date.UTC(2026, 0, 5, 12),
  retry: 0,
  fetch: async (url, { body }) => {
    const path = new URL(url).pathname.replace('/api/', '');
    return Response.json(platform(path, new URLSearchParams(body as string)));
  },
});
const gateway = createGateway({
  client,
  allow: ['item/view', 'user/viewme', 'item/create'],
  anonymous: ['item/view'],
  origins: ['https://site.example'],
  uploads: true,
});

const uploads = await serve((incoming, outgoing) => {
  const chunks: Buffer[] = [];
  incoming
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    .on('end', () => {
      const form = Buffer.concat(chunks).toString();
      const fits = form.includes('\r\n\r\nhello\r\n--') && form.includes('Žižkov at night');
      const location = `https://upload.invalid/done${fits ? '' : '?error=6'}`;
      outgoing.writeHead(302, { location }).end();
    });
});
beforeAll(() => {
  uploadurl = `${uploads.url}/upload`;
});
afterAll(() => uploads.close());

/** IDs of the page, and what they were when it was run. */
const ids = new Map<string, string>();
const ID = /[A-Za-z0-9_-]{43}/g;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

test('there are examples', () => expect(examples.length).toBeGreaterThan(10));

test.for(examples)('example $name', async ({ request, answer }) => {
  const [method = '', path = ''] = request.first.split(' ');
  const multipart = request.body.startsWith('--');
  const response = await gateway(
    new Request(`https://site.example${path}`, {
      method,
      headers: request.headers.map(
        ([name, value]) => [name, value.replace(ID, (id) => ids.get(id) ?? id)] as [string, string],
      ),
      body: multipart ? `${request.body.replaceAll('\n', '\r\n')}\r\n` : request.body,
    }),
    { ip: '198.51.100.7' },
  );
  const text = await response.text();
  expect(text + JSON.stringify([...response.headers])).not.toContain('canary');
  const [, status = '', words = ''] = /^HTTP\/1\.1 (\d+) (.*)$/.exec(answer.first) ?? [];
  expect([response.status, STATUS_CODES[response.status]]).toEqual([Number(status), words]);
  const cookies = answer.headers.filter(([name]) => name === 'Set-Cookie').map(([, value]) => value);
  response.headers.getSetCookie().forEach((real, at) => {
    const [[told] = [], [made] = []] = [[...(cookies[at] ?? '').matchAll(ID)][0], [...real.matchAll(ID)][0]];
    if (told !== undefined && made !== undefined) ids.set(told, made);
  });
  const masked = (value: string): string => value.replace(ID, 'ID').replace(UUID, 'UUID');
  expect(response.headers.getSetCookie().map(masked)).toEqual(cookies.map(masked));
  for (const [name, value] of answer.headers) if (name !== 'Set-Cookie') expect(response.headers.get(name)).toBe(value);
  expect(JSON.parse(text.replace(UUID, 'UUID'))).toEqual(JSON.parse(answer.body.replace(UUID, 'UUID')));
});

test('every code is on the page, with its status of HTTP, and no other', () => {
  const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` +\| (\d{3}) +\|/gm)].map(
    ([, code, status]) => [code, Number(status)] as const,
  );
  expect(Object.fromEntries(rows)).toEqual(gatewayCodes);
});

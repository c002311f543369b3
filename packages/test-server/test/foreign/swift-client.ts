import { createHash, createHmac } from 'node:crypto';
import { request } from 'node:http';
import type { Envelope } from '../ask.js';

/** What the client signs with. */
export interface SwiftActor {
  readonly url: string;
  readonly type: 'user' | 'application';
  readonly id: string;
  readonly psk: string;
}

/** Where a request acts, and in which session. */
export interface SwiftContext {
  readonly account?: string;
  readonly session?: { readonly id: string; readonly key: string };
}

type Pairs = readonly (readonly [string, string])[];

/** As Swift's `addingPercentEncoding`, by RFC 3986: a space is %20. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function written(pairs: Pairs, space: '+' | '%20'): string {
  return pairs.map((pair) => pair.map((text) => percentEncoded(text).replaceAll('%20', space)).join('=')).join('&');
}

function sorted(pairs: Pairs): Pairs {
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
}

function post(url: string, path: string, body: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sending = request({ hostname, port, path, method: 'POST', headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    sending.on('error', reject).end(body);
  });
}

/**
 * Asks as the Swift SDK does: it signs with sorted names and a `+` for each space, then puts the
 * signature among the parameters and has its HTTP library sort and write them once more, which makes
 * each space `%20`.
 */
export async function swiftAsk<Body>(
  actor: SwiftActor,
  call: string,
  args: Readonly<Record<string, string>> = {},
  { account, session }: SwiftContext = {},
): Promise<Envelope<Body>> {
  const parameters: [string, string][] = [
    ['api', '3'],
    ['format', 'json'],
    ['authentication_type', actor.type],
    ['timestamp', String(Math.floor(Date.now() / 1000))],
    ['timezone', 'Europe/Amsterdam'],
    [actor.type, actor.id],
  ];
  if (account !== undefined) parameters.push(['account', account]);
  if (session !== undefined) parameters.push(['session', session.id]);
  const path = `/api/${call}`;
  const given = sorted(Object.entries(args));
  const signed = `${path}?${written(sorted(parameters), '+')}&${written(given, '+')}`;
  const signature = createHmac('sha1', actor.psk + (session?.key ?? ''))
    .update(signed)
    .digest('hex');
  const query = written(sorted([...parameters, ['signature', signature]]), '%20');
  return JSON.parse(await post(actor.url, `${path}?${query}`, written(given, '%20'))) as Envelope<Body>;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The response to a challenge, as the Swift SDK computes it once bcrypt has given the hash. */
export function swiftResponse(bcryptHash: string, challenge: string): string {
  const mask = sha256(sha256(bcryptHash) + challenge);
  const mixed = Buffer.from(bcryptHash).map((byte, at) => byte ^ mask.charCodeAt(at));
  return Buffer.from(mixed).toString('base64');
}

// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, httpTransport, user } from '@streamone/node';
import { describe, expect, test } from 'vitest';
import { freePort, startScriptedServer } from '../../client/test/scripted-server.ts';
import { transportSuite } from '../../client/test/transport-suite.ts';
import { keepAliveSuite } from './keep-alive-suite.ts';

transportSuite('over node:http', () => httpTransport());

keepAliveSuite('over node:http', httpTransport);

const auth = user({ id: 'u', psk: 'k' });

describe('https', () => {
  const directory = mkdtempSync(join(tmpdir(), 'streamone-tls-'));
  let openssl = true;
  try {
    const files = ['-keyout', join(directory, 'key.pem'), '-out', join(directory, 'cert.pem')];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', ...files],
      { stdio: 'ignore' },
    );
  } catch {
    openssl = false;
  }

  test('with a certificate that nobody vouches for: nothing is sent, nothing is repeated', async (context) => {
    if (!openssl) return context.skip('openssl is not installed');
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => readFileSync(join(directory, name)));
    rmSync(directory, { recursive: true });
    let requests = 0;
    const server = https.createServer({ key, cert }, (_request, response) => {
      requests += 1;
      response.end('{}');
    });
    let connections = 0;
    server.on('connection', () => (connections += 1)).on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://localhost:${(server.address() as AddressInfo).port}`;
    const facts = { name: 'NetworkError', sent: 'no', attempts: 1, code: 'DEPTH_ZERO_SELF_SIGNED_CERT' };
    for (const fetch of [undefined, globalThis.fetch]) {
      const client = createClient({ auth, url, account: 'a', ...(fetch && { fetch }) });
      await expect(client.item.view()).rejects.toMatchObject(facts);
      await expect(client.item.create()).rejects.toMatchObject(facts);
    }
    expect(requests).toBe(0);
    expect(connections).toBe(4);
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });

  test('to a server of plain http: nothing is sent, nothing is repeated', async () => {
    await using server = await startScriptedServer([(socket) => socket.end('HTTP/1.1 400 Bad\r\n\r\n')]);
    const client = createClient({ auth, url: `https://127.0.0.1:${await freePort()}`, account: 'a', retry: 0 });
    await expect(client.item.create()).rejects.toMatchObject({ sent: 'no', code: 'ECONNREFUSED' });
    expect(server.requests).toHaveLength(0);
  });
});

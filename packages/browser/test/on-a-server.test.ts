import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createClient, importKey, indexedDbCache, isGatewayError, user } from '@streamone/browser';
import { userCommand } from '@streamone/core/catalogue';
import { describe, expect, test } from 'vitest';
import { gatewayCodes } from '../../node/src/gateway/gateway-codes.ts';
import { gatewayErrorOf, isRepeatable } from '../src/gateway/gateway-error-of.ts';

describe('while a page is made on a server', () => {
  test('a client can be made, listened to and asked for its session; what needs the page is refused', async () => {
    const s1 = createClient({ commands: [userCommand], cache: indexedDbCache() });
    const end = s1.on('session', () => undefined);
    expect(s1.session).toBeUndefined();
    expect(s1.options.url).toBe('https://gateway.invalid/streamone');
    const refused = { name: 'InvalidArgumentError', argument: 'gateway', given: '"no page"' };
    await expect(s1.user.viewme()).rejects.toMatchObject(refused);
    await expect(s1.resume()).rejects.toMatchObject(refused);
    await expect(s1.login({ username: 'editor', password: 'canary' })).rejects.toMatchObject(refused);
    end();
    await s1.close();
  });

  test('a gateway of another address may be named there, since the origin is not known', () => {
    expect(createClient({ gateway: 'https://site.example/streamone/' }).options.url).toBe(
      'https://site.example/streamone',
    );
    for (const gateway of ['', 'streamone', '/streamone?x', '//other.example/streamone', 5 as never]) {
      expect(() => createClient({ gateway }), gateway).toThrow(/gateway: expected a path/);
    }
  });

  test("a person's own key signs there too", async () => {
    const s1 = createClient({ auth: user({ id: 'u', psk: await importKey('a-key-that-was-typed') }), retry: 0 });
    await expect(s1.with({ timeout: 1 }).call('user/viewme')).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('nothing that is imported keeps a process from ending, or runs', () => {
    const built = fileURLToPath(new URL('../dist/index.js', import.meta.url));
    const script = `const { createClient } = await import(${JSON.stringify(built)}); createClient().on('logout', () => {}); console.log('made')`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 10_000,
      encoding: 'utf8',
    });
    expect(output).toBe('made\n');
  });
});

describe('the refusals of a gateway', () => {
  test.for(Object.entries(gatewayCodes))('%s', ([code, httpStatus]) => {
    const text = JSON.stringify({ error: { code, message: 'why', sent: 'no', requestId: 'r', limit: 5 } });
    const error = gatewayErrorOf(httpStatus, text, { command: 'item', action: 'view' });
    expect(error).toMatchObject({
      name: 'GatewayError',
      code,
      httpStatus,
      sent: 'no',
      gatewayRequestId: 'r',
      limit: 5,
    });
    expect(error?.message).toBe(`item/view: the gateway refused: ${code}: why`);
    expect([isGatewayError(error), isGatewayError(error, code), isGatewayError(error, 'other')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(error !== undefined && isRepeatable(error)).toBe(['busy', 'rate-limited', 'store-failed'].includes(code));
  });

  test.for([
    ['an envelope of the platform', 200, '{"header":{"status":0,"statusmessage":""},"body":null}'],
    ['no JSON', 502, '<h1>Bad gateway</h1>'],
    ['an error without a code', 403, '{"error":"no"}'],
    ['a list', 400, '[]'],
    ['null', 400, 'null'],
  ] as const)('%s is none', ([, httpStatus, text]) => expect(gatewayErrorOf(httpStatus, text)).toBeUndefined());
});

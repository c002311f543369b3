import { InvalidArgumentError, user } from '@streamone/core';
import { allCommands } from '@streamone/core/catalogue';
import { describe, expect, it } from 'vitest';
import { createClient } from '../src/index.js';

const auth = user({ id: 'u', psk: 'a-pre-shared-key' });
let requests = 0;
const fetch = async (): Promise<Response> => {
  requests += 1;
  return Response.json({ header: { status: 0, statusmessage: 'OK', count: 0 }, body: [] });
};
const s1 = createClient({ auth, account: 'a', fetch, commands: allCommands });

describe('what can not be sent faithfully is refused, by call too', () => {
  const cases: readonly [name: string, call: () => Promise<unknown>, said: RegExp][] = [
    [
      'an empty list of an undeclared action',
      () => s1.call('category/view', { x: [] }),
      /category\/view: x: .*null to unset/,
    ],
    ['an empty list of an undeclared argument', () => s1.call('item/view', { foo: [] }), /item\/view: foo: /],
    [
      'text for arguments',
      () => s1.call('a/b', 'x' as never),
      /a\/b: expected arguments as an object, by name, given "x"/,
    ],
    ['pairs for arguments', () => s1.call('item/view', [['limit', 1]] as never), /arguments as an object/],
    ['pairs for a method', () => s1.item.view([['limit', 1]] as never), /arguments as an object/],
    ['a map for a method', () => s1.item.view(new Map() as never), /arguments as an object/],
    ['a path that is none', () => s1.call('x'), /expected command\/action/],
  ];

  it.each(cases)('%s', async (_name, call, said) => {
    const error: unknown = await call().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error).toMatchObject({ message: expect.stringMatching(said) as string, attempts: 0 });
    expect((error as InvalidArgumentError).requestId).toMatch(/^\w+-\d+$/);
    expect(requests).toBe(0);
  });
});

describe('options of another kind are refused by name', () => {
  it.each([
    ['cache', 5],
    ['cache', true],
    ['fetch', 5],
    ['clock', 5],
    ['log', 'x'],
    ['middleware', [5]],
    ['onMismatch', {}],
    ['store', {}],
    ['strict', 'yes'],
    ['timezone', ''],
    ['commands', 5],
  ])('%s: %j', (name, given) => {
    expect(() => createClient({ auth, [name]: given })).toThrow(new RegExp(`^${name}: expected `));
    if (name !== 'fetch' && name !== 'clock' && name !== 'store' && name !== 'commands') {
      expect(() => s1.with({ [name]: given })).toThrow(new RegExp(`^${name}: expected `));
    }
  });
});

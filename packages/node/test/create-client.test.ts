import { type Call, arrayOf, createClient, defineAction, hash, text, user } from '@streamone/node';
import { allCommands } from '@streamone/core/catalogue';
import { expect, expectTypeOf, test } from 'vitest';
import { raw, reset, startScriptedServer, success } from '../../client/test/scripted-server.ts';

const auth = user({ id: 'u', psk: 'k' });
const paint = defineAction({ command: 'item', action: 'paint', arguments: { item: hash() }, output: text() });
const list = defineAction({ command: 'widget', action: 'list', output: arrayOf(text()), readOnly: true });

test('has every command of the catalogue', () => {
  const client = createClient({ auth });
  for (const { command, actions } of allCommands) {
    const methods = (client as unknown as Record<string, Record<string, unknown>>)[command];
    for (const action of Object.keys(actions)) expect(methods?.[action]).toBeTypeOf('function');
  }
  expectTypeOf(client.item.view).toBeFunction();
  expectTypeOf(client.user.viewme).toBeFunction();
  expect(client.item).toBe(client.item);
});

test('has the commands that it is given in their place', async () => {
  await using server = await startScriptedServer([success('painted')]);
  const client = createClient({ auth, url: server.url, commands: [...allCommands, paint, list] });
  expectTypeOf(client.item.paint).returns.toEqualTypeOf<Call<string>>();
  expect(await client.item.paint({ item: 'a' })).toBe('painted');
  expect(client.widget.list).toBeTypeOf('function');
  const few = createClient({ auth, commands: [list] });
  expect(few).not.toHaveProperty('item');
  // @ts-expect-error -- not given
  void (() => few.item);
});

test('travels by the fetch that it is given', async () => {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    asked.push(new URL(url).pathname);
    return Response.json({ header: { status: 0, statusmessage: '' }, body: [] });
  };
  await createClient({ auth, account: 'a', fetch }).item.view();
  expect(asked).toEqual(['/api/item/view']);
});

test('repeats reads and not writes', async () => {
  await using server = await startScriptedServer([
    reset,
    success([]),
    raw('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{'),
    success(),
  ]);
  const client = createClient({ auth, url: server.url, account: 'a' });
  expect((await client.item.view().response()).attempts).toBe(2);
  await expect(client.item.create()).rejects.toMatchObject({
    name: 'NetworkError',
    sent: 'unknown',
    attempts: 1,
    code: expect.stringMatching(/^(ECONNRESET|UND_ERR_SOCKET)$/),
  });
  expect(server.requests).toHaveLength(3);
});

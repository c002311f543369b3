import { describe, expect, test } from 'vitest';
import { createTestServer } from '../src/index.js';

const server = createTestServer();
const { state } = server;
const [item] = state.items;
const [user] = state.users;
if (item === undefined || user === undefined) throw new Error('an empty studio');

describe('references stay whole', () => {
  test.each([
    ['an item without its account', () => state.items.add({ ...item, id: 'newitem00001', account: 'nowhere' })],
    ['an item by an unknown user', () => state.items.add({ ...item, id: 'newitem00001', user: 'nobody' })],
    ['an item moved to an unknown account', () => state.items.update(item.id, { account: 'nowhere' })],
    ['a role that is not there', () => state.users.update(user.id, { roles: [{ role: 'none' }] })],
    ['an account with items removed', () => state.accounts.remove(item.account)],
    ['a customer with accounts removed', () => state.customers.remove(server.credentials.customer)],
    ['an ID that is taken', () => state.items.add(item)],
    ['an ID that can be none', () => state.items.add({ ...item, id: 'a b' })],
    ['a change to what is not there', () => state.items.update('nothing', { title: 'x' })],
    ['removing what is not there', () => state.items.remove('nothing')],
  ])('%s is refused', (_, change) => {
    expect(change).toThrow(/^(?:items|users|accounts|customers)\./);
    expect(state.items.get(item.id)).toBe(item);
  });
});

test('the clock runs, jumps, stops and goes on', () => {
  let real = 1000;
  const { clock } = createTestServer({ clock: () => real });
  expect(clock.now()).toBe(1000);
  clock.advance(10);
  real += 5;
  expect(clock.now()).toBe(11_005);
  clock.freeze();
  real += 100;
  expect(clock.now()).toBe(11_005);
  clock.advance(-1);
  expect(clock.now()).toBe(10_005);
  clock.set(new Date(5));
  expect(clock.now()).toBe(5);
  clock.resume();
  real += 1;
  expect(clock.now()).toBe(6);
  expect(() => clock.set(new Date(Number.NaN))).toThrow('date: expected a valid Date');
  expect(() => clock.advance(Number.NaN)).toThrow('seconds: expected');
});

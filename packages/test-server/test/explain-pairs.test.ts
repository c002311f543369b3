import { describe, expect, test } from 'vitest';
import { type Explanation, createTestServer } from '../src/index.js';
import { mistakes } from '../src/explain/mistakes/mistakes.js';
import { LOOKS } from '../src/explain/read-signature.js';
import { inProcess } from './adapters.js';
import { login } from './login.js';
import { form } from './sign.js';
import { type Task, carryOut, habits, otherHabits, usualHabits } from './wrong-client.js';

const server = createTestServer();
server.clock.set(new Date('2026-02-03T04:05:06.700Z'));
server.clock.freeze();
const { user, application, account } = server.credentials;
const session = await login(server);
const academy = server.state.accounts.find(({ name }) => name === 'Academy')?.id ?? '';
const reader = server.state.users.find(({ username }) => username === 'reader');
const time = String(Math.floor(server.clock.now() / 1000));

const shared = {
  url: server.url,
  path: '/api/item/view',
  otherPsk: reader?.psk ?? '',
  arguments: [
    ['title', "it's ~a b*/é"],
    ['limit', '1'],
  ],
} as const;

/** Two accounts, so that their comma shows what is not encoded in the parameters either. */
const full: Task = {
  ...shared,
  parameters: [
    ['api', '3'],
    ['format', 'json'],
    ['authentication_type', 'application'],
    ['account', `${account},${academy}`],
    ['timestamp', time],
    ['application', application.id],
    ['session', session.id],
  ],
  psk: application.psk,
  session,
  userPsk: user.psk,
};

const alone: Task = {
  ...shared,
  parameters: [
    ['api', '3'],
    ['format', 'json'],
    ['authentication_type', 'user'],
    ['account', account],
    ['timestamp', time],
    ['user', user.id],
  ],
  psk: user.psk,
};

const bare: Task = { ...alone, arguments: [] };

const table = [...mistakes, ...Object.values(LOOKS)].map(({ name }) => name);
const usual = Object.keys(usualHabits);
const others = Object.keys(otherHabits);

function inOrder(names: readonly string[]): readonly string[] {
  return names.toSorted((a, b) => table.indexOf(a) - table.indexOf(b));
}

function pairKey(a: string, b: string): string {
  return inOrder([a, b]).join(' + ');
}

/** Pairs that nobody can make, since both decide on the same thing. */
const CONTRADICTIONS: Readonly<Record<string, string>> = {
  [pairKey('rfc-3986', 'signed-before-encoding')]: 'a value is encoded in one way or in none',
  [pairKey('rfc-3986', 'form-urlencoded')]: 'a value is encoded in one way',
  [pairKey('rfc-3986', 'encoded-twice')]: 'a value is encoded in one way',
  [pairKey('signed-before-encoding', 'form-urlencoded')]: 'a value is encoded in one way or in none',
  [pairKey('signed-before-encoding', 'encoded-twice')]: 'a value is encoded in one way or in none',
  [pairKey('session-key-missing', 'session-key-misplaced')]: 'what is missing has no place',
  [pairKey('session-key-missing', 'session-id-as-key')]: 'something stands in its place',
  [pairKey('session-key-missing', 'user-key-in-session')]: "the user's key stands alone as it is",
  [pairKey('session-key-missing', 'key-empty')]: 'there is no key at all',
  [pairKey('session-key-misplaced', 'session-id-as-key')]: 'the key is not there to be misplaced',
  [pairKey('session-key-misplaced', 'user-key-in-session')]: 'the key is not there to be misplaced',
  [pairKey('session-key-misplaced', 'key-empty')]: 'there is no key at all',
  [pairKey('arguments-left-out', 'json-signed')]: 'what is left out is not written',
  [pairKey('milliseconds', 'milliseconds-sent')]: 'then they do not differ, and the answer is 2',
  ...Object.fromEntries(
    ['rfc-3986', 'signed-before-encoding', 'form-urlencoded', 'encoded-twice'].map((name) => [
      pairKey(name, 'latin-1'),
      'a value is encoded in one way',
    ]),
  ),
  [pairKey('arguments-left-out', 'argument-not-signed')]: 'what is left out is not written',
  [pairKey('upper-case-hex', 'signature-with-more')]: 'a signature is written in one way',
  [pairKey('upper-case-hex', 'signature-parted')]: 'a signature is written in one way',
  [pairKey('upper-case-hex', 'base64')]: 'a signature is written in one way',
  [pairKey('upper-case-hex', 'binary-signature')]: 'a signature is written in one way',
};

/** Pairs whose bytes are those of one alone: no server can tell them from it, and so that one is told. */
const EQUIVALENT: Readonly<Record<string, readonly [told: readonly string[], why: string]>> = {
  [pairKey('arguments-left-out', 'rfc-3986')]: [['arguments-left-out'], 'nothing is left that is encoded otherwise'],
  [pairKey('arguments-left-out', 'form-urlencoded')]: [
    ['arguments-left-out'],
    'nothing is left that is encoded otherwise',
  ],
  [pairKey('rfc-3986', 'json-signed')]: [['json-signed'], 'JSON is not encoded'],
  [pairKey('signed-before-encoding', 'lower-case-escapes')]: [['signed-before-encoding'], 'there are no escapes'],
  [pairKey('account-left-out', 'account-position')]: [['account-left-out'], 'what is left out has no place'],
  [pairKey('sorted-keys', 'unsorted-keys')]: [
    ['sorted-keys'],
    'the parameters are sent sorted too; the arguments are not',
  ],
  [pairKey('milliseconds', 'timestamp-taken-twice')]: [['milliseconds'], 'other milliseconds'],
};

/** What leaves no trace where there are no arguments, one account and no session. */
const INVISIBLE = new Set([
  'arguments-left-out',
  'rfc-3986',
  'signed-before-encoding',
  'session-key-missing',
  'session-key-misplaced',
]);

/** The same without arguments, where less can be told apart. */
const EQUIVALENT_BARE: Readonly<Record<string, readonly [told: readonly string[] | undefined, why: string]>> = {
  [pairKey('missing-ampersand', 'account-position')]: [
    ['account-position'],
    'the same bytes as with the account among the arguments, where it is the only one',
  ],
  [pairKey('sorted-keys', 'unsorted-keys')]: [undefined, 'sent sorted and signed sorted is right'],
  [pairKey('account-left-out', 'account-position')]: [['account-left-out'], 'what is left out has no place'],
};

/** The explanation of a request; `undefined` where it was found right. */
async function explain(task: Task, names: readonly string[]): Promise<Explanation | undefined> {
  const { target, body, type, text } = carryOut(
    task,
    names.map((name) => habits[name] ?? {}),
  );
  await inProcess.send(server, { target, body, headers: { 'content-type': type } });
  const entry = server.journal.entries({ limit: 1 })[0];
  if (entry?.status !== 3) return undefined;
  const { explanation } = entry;
  if (explanation?.mistakes !== undefined) check(explanation, task, names, text);
  return explanation;
}

/** Checks what is shown: the string that was signed, and where it leaves the right one. */
function check(
  { expected = '', received = '', firstDifference }: Explanation,
  task: Task,
  names: readonly string[],
  text: string,
): void {
  const sent = names.includes('milliseconds-sent') ? `${time}417` : time;
  const right = task.parameters.map(([name, value]) => [name, value === time ? sent : value] as const);
  const sorted = names.includes('unsorted-keys') ? right.toSorted(([a], [b]) => (a < b ? -1 : 1)) : right;
  expect(expected).toBe(`${task.path}?${form(sorted)}&${task.body?.text ?? form(task.arguments)}`);
  expect(received).toBe(text);
  const bytes = [Buffer.from(expected).toString('latin1'), Buffer.from(received).toString('latin1')] as const;
  const index = Array.from(bytes[0]).findIndex((byte, at) => byte !== bytes[1][at]);
  const at = index === -1 ? bytes[0].length : index;
  if (expected === received) expect(firstDifference).toBeUndefined();
  else expect(firstDifference).toEqual({ index: at, expected: bytes[0][at] ?? '', received: bytes[1][at] ?? '' });
}

function pairsOf(list: readonly string[]): (readonly [string, string])[] {
  return list
    .flatMap((a, at) => list.slice(at + 1).map((b) => [a, b] as const))
    .filter((pair) => CONTRADICTIONS[pairKey(...pair)] === undefined);
}

test('the table knows no mistake that is not tried here', () => {
  const elsewhere = ['path-as-sent', 'body-is-no-form'];
  expect([...usual, ...others, ...elsewhere].toSorted()).toEqual(table.toSorted());
});

test.each([
  ['with session and arguments', full],
  ['without a session', alone],
  ['without arguments', bare],
])('a right request %s is taken', async (_, task) => {
  expect(await explain(task, [])).toBeUndefined();
});

describe('one mistake', () => {
  test.each([...usual, ...others])('%s', async (name) => {
    const explanation = await explain(full, [name]);
    expect(explanation?.mistakes).toEqual([name]);
    expect(explanation?.summary).toMatch(/^(?:The|There|An?) .{30}/);
  });

  test.each(usual)('%s, without arguments and session', async (name) => {
    expect((await explain(bare, [name]))?.mistakes).toEqual(INVISIBLE.has(name) ? undefined : [name]);
  });

  test.each(others.filter((name) => !/session/.test(name)))('%s, of a user', async (name) => {
    expect((await explain(alone, [name]))?.mistakes).toEqual([name]);
  });
});

describe('two mistakes', () => {
  test.each(pairsOf(usual))('%s + %s', async (...names) => {
    const [told, why] = EQUIVALENT[pairKey(...names)] ?? [inOrder(names), undefined];
    const explanation = await explain(full, names);
    expect(explanation?.mistakes, why).toEqual(told);
    if (told.length === 2) expect(explanation?.summary).toMatch(/^2 mistakes at once\. \(1\) .* \(2\) /);
    // Which was put on first makes no difference.
    if (names.includes('missing-ampersand')) {
      expect((await explain(full, names.toReversed()))?.mistakes).toEqual(told);
    }
  });

  test.each(pairsOf(usual))('%s + %s, without arguments and session', async (...names) => {
    const visible = inOrder(names).filter((name) => !INVISIBLE.has(name));
    const [told, why] = EQUIVALENT_BARE[pairKey(...names)] ?? [visible.length === 0 ? undefined : visible, undefined];
    expect((await explain(bare, names))?.mistakes, why).toEqual(told);
  });

  const mixed = others.flatMap((other, at) =>
    [0, 4, 8].map((step) => [usual[(at + step) % usual.length] ?? '', other] as const),
  );
  // Signed some milliseconds before it came, on the same machine.
  const near = { ...full, thousandths: '683' };
  test.each(mixed.filter((pair) => CONTRADICTIONS[pairKey(...pair)] === undefined))('%s + %s', async (...names) => {
    const [told, why] = EQUIVALENT[pairKey(...names)] ?? [inOrder(names), undefined];
    expect((await explain(near, names))?.mistakes, why).toEqual(told);
  });

  test('two that are both rare are not searched for, and so nothing is claimed', async () => {
    const explanation = await explain(full, ['trailing-newline', 'path-left-out']);
    expect(explanation?.mistakes).toBeUndefined();
    expect(explanation?.summary).toContain('fits no known mistake');
  });

  test('milliseconds with a rare one are found near the time of arrival, or where they are 000', async () => {
    const names = ['milliseconds', 'trailing-newline'];
    expect((await explain({ ...full, thousandths: '000' }, names))?.mistakes).toEqual(names);
    expect((await explain({ ...full, thousandths: '123' }, names))?.mistakes).toBeUndefined();
  });

  test('three are not searched for', async () => {
    const names = ['missing-ampersand', 'rfc-3986', 'sorted-keys'];
    expect((await explain(full, names))?.mistakes).toBeUndefined();
  });
});

test('an account that is put elsewhere and then sorted in is sorted, and no more', async () => {
  const moved = [
    ...full.parameters.filter(([name]) => name !== 'account'),
    ['account', `${account},${academy}`] as const,
  ];
  const { text } = carryOut({ ...full, parameters: moved }, [habits['sorted-keys'] ?? {}]);
  expect(carryOut(full, [habits['sorted-keys'] ?? {}]).text).toBe(text);
});

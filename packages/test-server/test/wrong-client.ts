import { createHash, createHmac } from 'node:crypto';
import { escape } from './sign.js';

/**
 * Clients that sign wrongly, by their own means: a client is put together from habits, each of which
 * changes one stage of how it makes its request. Nothing of the packages helps it, and the order of
 * the stages is that of a real client: values, order, encoding, string, key, signature.
 */

/** Names and values in order. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/** What a client starts from. */
export interface Task {
  readonly url: string;
  readonly path: string;
  readonly parameters: Pairs;
  readonly arguments: Pairs;
  readonly psk: string;
  readonly session?: { readonly id: string; readonly key: string };
  /** PSK of the session's user. */
  readonly userPsk?: string;
  /** PSK of somebody else. */
  readonly otherPsk: string;
  /** What stands behind the seconds where milliseconds are signed; 417 unless given. */
  readonly thousandths?: string;
  /** A body that is sent in place of the form. */
  readonly body?: { readonly type: string; readonly text: string };
}

/** The pieces of a string to sign. */
interface Pieces {
  readonly path: string;
  readonly mark: string;
  readonly parameters: string;
  readonly join: string;
  readonly arguments: string;
}

type Lists = Readonly<Record<'parameters' | 'arguments', Pairs>>;

/** A habit: what the client does otherwise than it should. */
export interface Habit {
  /** What is sent, where it is not the usual. */
  readonly send?: (pairs: Pairs) => Pairs;
  readonly values?: (lists: Lists, task: Task) => Lists;
  readonly order?: (lists: Lists) => Lists;
  readonly encode?: (text: string) => string;
  /** On what was encoded. */
  readonly escapes?: (text: string) => string;
  readonly pieces?: (pieces: Pieces, task: Task) => Pieces;
  readonly text?: (text: string, task: Task) => string;
  readonly psk?: (psk: string, task: Task) => string;
  readonly key?: (psk: string, session: string, task: Task) => string;
  readonly digest?: (key: string, text: string) => Buffer;
  readonly write?: (digest: Buffer) => string;
}

/** What a client sends. */
export interface WrongRequest {
  readonly target: string;
  readonly body: string;
  readonly type: string;
  /** What was signed. */
  readonly text: string;
}

function write(pairs: Pairs, how: (text: string) => string): string {
  return pairs.map(([name, value]) => `${how(name)}=${how(value)}`).join('&');
}

/** Carries out a task with some habits; with none it is done right. */
export function carryOut(task: Task, habits: readonly Habit[]): WrongRequest {
  const all = <Stage extends keyof Habit>(stage: Stage): NonNullable<Habit[Stage]>[] =>
    habits.map((habit) => habit[stage]).filter((step) => step !== undefined) as NonNullable<Habit[Stage]>[];
  const encode = all('encode')[0] ?? escape;

  const sent = all('send').reduce((pairs, step) => step(pairs), task.parameters);
  let lists: Lists = { parameters: task.parameters, arguments: task.arguments };
  for (const step of all('values')) lists = step(lists, task);
  for (const step of all('order')) lists = step(lists);
  const escaped = (pairs: Pairs): string => all('escapes').reduce((text, step) => step(text), write(pairs, encode));
  let pieces: Pieces = {
    path: task.path,
    mark: '?',
    parameters: escaped(lists.parameters),
    join: '&',
    arguments: escaped(lists.arguments),
  };
  for (const step of all('pieces')) pieces = step(pieces, task);
  const { path, mark, parameters, join } = pieces;
  const text = all('text').reduce((made, step) => step(made, task), path + mark + parameters + join + pieces.arguments);
  const psk = all('psk').reduce((made, step) => step(made, task), task.psk);
  const assemble = all('key')[0] ?? ((own: string, session: string) => own + session);
  const key = assemble(psk, task.session?.key ?? '', task);
  const digest = (all('digest')[0] ?? hmacSha1)(key, text);
  const signature = (all('write')[0] ?? ((bytes: Buffer) => bytes.toString('hex')))(digest);
  const written = signature.includes('%') ? signature : encodeURIComponent(signature);
  return {
    target: `${task.path}?${write(sent, escape)}&signature=${written}`,
    body: task.body?.text ?? write(task.arguments, escape),
    type: task.body?.type ?? 'application/x-www-form-urlencoded',
    text,
  };
}

function hmacSha1(key: string, text: string): Buffer {
  return createHmac('sha1', key).update(text).digest();
}

function byName(pairs: Pairs): Pairs {
  return pairs.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function without(name: string): (lists: Lists) => Lists {
  return ({ parameters, arguments: args }) => ({
    parameters: parameters.filter(([given]) => given !== name),
    arguments: args,
  });
}

function stamp(change: (seconds: string, task: Task) => string): (lists: Lists, task: Task) => Lists {
  return ({ parameters, arguments: args }, task) => ({
    parameters: parameters.map(([name, value]) => [name, name === 'timestamp' ? change(value, task) : value] as const),
    arguments: args,
  });
}

function accountOf({ parameters }: Lists): Pairs {
  return parameters.filter(([name]) => name === 'account');
}

/** The habits that the requirement names, by the name that the explanation has to give them. */
export const usualHabits = {
  'missing-ampersand': { pieces: (pieces) => ({ ...pieces, join: '' }) },
  'arguments-left-out': { values: (lists) => ({ ...lists, arguments: [] }) },
  'account-left-out': { values: without('account') },
  'sorted-keys': {
    order: ({ parameters, arguments: args }) => ({ parameters: byName(parameters), arguments: byName(args) }),
  },
  'unsorted-keys': { send: byName },
  'account-position': {
    order: (lists) => ({ ...lists, parameters: [...without('account')(lists).parameters, ...accountOf(lists)] }),
  },
  // What PHP's rawurlencode does.
  'rfc-3986': { encode: (text) => encodeURIComponent(text).replace(/[!'()*]/g, (char) => escape(char)) },
  'signed-before-encoding': { encode: (text) => text },
  'session-key-missing': { key: (psk) => psk },
  'session-key-misplaced': { key: (psk, session) => session + psk },
  milliseconds: { values: stamp((seconds, { thousandths = '417' }) => seconds + thousandths) },
  'upper-case-hex': { write: (digest) => digest.toString('hex').toUpperCase() },
} as const satisfies Readonly<Record<string, Habit>>;

/** All other habits that have a name. */
export const otherHabits = {
  'form-urlencoded': { encode: (text) => new URLSearchParams({ '': text }).toString().slice(1) },
  'lower-case-escapes': { escapes: (text) => text.replaceAll(/%../g, (byte) => byte.toLowerCase()) },
  'encoded-twice': { encode: (text) => escape(escape(text)) },
  'latin-1': {
    encode: (text) =>
      Buffer.from(text, 'latin1')
        .toString('latin1')
        .replace(/[^A-Za-z0-9._-]/g, (char) =>
          char === ' ' ? '+' : `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
        ),
  },
  'html-escaped': {
    pieces: ({ parameters, join, arguments: args, ...pieces }) => ({
      ...pieces,
      parameters: parameters.replaceAll('&', '&amp;'),
      join: join.replace('&', '&amp;'),
      arguments: args.replaceAll('&', '&amp;'),
    }),
  },
  'string-encoded': { text: (text) => escape(text) },
  'user-key-in-session': { key: (_psk, _session, { userPsk }) => userPsk ?? '' },
  'session-id-as-key': { key: (psk, _session, { session }) => psk + (session?.id ?? '') },
  'milliseconds-sent': {
    send: (pairs) => pairs.map(([name, value]) => [name, name === 'timestamp' ? `${value}417` : value]),
  },
  'timestamp-taken-twice': { values: stamp((seconds) => String(Number(seconds) + 1)) },
  'missing-question-mark': { pieces: (pieces) => ({ ...pieces, mark: '' }) },
  'path-without-api': { pieces: (pieces) => ({ ...pieces, path: pieces.path.replace('/api', '') }) },
  'path-without-slash': { pieces: (pieces) => ({ ...pieces, path: pieces.path.slice(1) }) },
  'path-with-slash': { pieces: (pieces) => ({ ...pieces, path: `${pieces.path}/` }) },
  'doubled-ampersand': { pieces: (pieces) => ({ ...pieces, join: `${pieces.join}&` }) },
  'path-left-out': { pieces: (pieces) => ({ ...pieces, path: '' }) },
  'host-in-string': { text: (text, { url }) => url + text },
  'method-in-string': { text: (text) => `POST ${text}` },
  'trailing-newline': { text: (text) => `${text}\n` },
  'parameter-left-out': { values: without('format') },
  'signature-in-string': {
    pieces: (pieces) => ({ ...pieces, parameters: `${pieces.parameters}&signature=` }),
  },
  'arguments-first': {
    pieces: (pieces) => ({ ...pieces, parameters: pieces.arguments, arguments: pieces.parameters }),
  },
  'argument-not-signed': {
    values: (lists) => ({ ...lists, arguments: lists.arguments.filter(([name]) => name !== 'limit') }),
  },
  'argument-not-sent': { values: (lists) => ({ ...lists, arguments: [...lists.arguments, ['mindateaired', '']] }) },
  'parameter-not-sent': {
    values: ({ parameters, ...lists }) => ({ ...lists, parameters: parameters.toSpliced(4, 0, ['timezone', '']) }),
  },
  'json-signed': {
    pieces: (pieces, task) => ({ ...pieces, arguments: JSON.stringify(Object.fromEntries(task.arguments)) }),
  },
  'key-of-another': { psk: (_psk, { otherPsk }) => otherPsk },
  'key-empty': { key: () => '' },
  'key-with-blank': { psk: (psk) => `${psk}\n` },
  'key-decoded': { psk: (psk) => Buffer.from(psk).toString('base64') },
  'key-hashed': { psk: (psk) => createHash('md5').update(psk).digest('hex') },
  'key-in-other-case': { psk: (psk) => psk.toUpperCase() },
  'key-and-string-swapped': { digest: (key, text) => hmacSha1(text, key) },
  'sha1-without-hmac': {
    digest: (key, text) =>
      createHash('sha1')
        .update(text + key)
        .digest(),
  },
  'hmac-sha256': { digest: (key, text) => createHmac('sha256', key).update(text).digest() },
  'signature-with-more': { write: (digest) => `SHA1(stdin)= ${digest.toString('hex')}\n` },
  'signature-parted': { write: (digest) => digest.toString('hex').toUpperCase().match(/../g)?.join('-') ?? '' },
  base64: { write: (digest) => digest.toString('base64') },
  'binary-signature': {
    write: (digest) => [...digest].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  },
} as const satisfies Readonly<Record<string, Habit>>;

/** Every habit. */
export const habits: Readonly<Record<string, Habit>> = { ...usualHabits, ...otherHabits };

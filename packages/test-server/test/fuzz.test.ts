import { describeStatus } from '@streamone/core/statuses';
import { expect, test } from 'vitest';
import type { RawRequest, RawResponse } from '../src/answer/raw-request.js';
import { nodeRuntime } from '../src/node-runtime.js';
import { type ServerCore, createServerCore } from '../src/server-core.js';
import { type Known, fuzzRequest } from './fuzz-requests.js';

// Another seed gives other requests: FUZZ_SEED=2 FUZZ_COUNT=1000000 vitest run fuzz
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const COUNT = Number(process.env['FUZZ_COUNT'] ?? 100_000);
/** How many requests one server gets: it would fill up, and grow slow. */
const ROUND = 1000;
/** Whose entries of the journal are looked at: the last so many of each hundred. */
const LOOKED_AT = 4;
const NOW = Date.parse('2026-05-06T07:08:09Z');

const KINDS = ['users', 'applications', 'accounts', 'customers', 'roles', 'items', 'livestreams', 'playlists'] as const;
const MORE_KINDS = ['securityprofiles', 'services', 'metadatakeys', 'recordschedules', 'uploadtokens'] as const;

interface Round {
  readonly core: ServerCore;
  readonly known: Known;
  readonly secrets: readonly string[];
}

function newRound(): Round {
  const core = createServerCore({ clock: () => NOW, journalSize: LOOKED_AT }, nodeRuntime);
  const { state, credentials } = core;
  const ids = KINDS.flatMap((kind) => [...state[kind]].slice(0, 5).map(({ id }) => id));
  const session = state.sessions.add({
    id: state.newId(),
    key: state.newKey(),
    user: credentials.user.id,
    application: credentials.application.id,
    datecreated: new Date(NOW),
    expires: NOW + 3_600_000,
  });
  const people = [...state.users].flatMap(({ psk, password }) => [psk, password?.s, password?.v2hash]);
  const secrets = [session.key, ...people, ...[...state.applications].map(({ psk }) => psk)].filter(
    (text) => text !== undefined,
  );
  expect(secrets.length).toBeGreaterThan(3);
  return { core, known: { credentials, ids, session, now: NOW / 1000 }, secrets };
}

/** How many records there are, but for sessions and challenges, which come and go with refused logins too. */
function records({ state }: ServerCore): string {
  return [...KINDS, ...MORE_KINDS].map((kind) => state[kind].size).join(' ');
}

const HTTP_REFUSALS: ReadonlySet<number> = new Set([400, 404, 405, 413, 414]);

/** What is wrong with an answer; nothing where it is as it should be. */
function wrong(
  { status, headers, body }: RawResponse,
  unchanged: boolean,
  secrets: readonly string[],
): string | undefined {
  const secret = secrets.find((text) => body.includes(text));
  if (secret !== undefined) return 'a secret is told';
  if (status !== 200) {
    if (!HTTP_REFUSALS.has(status)) return `HTTP ${status} is no documented answer`;
    if (headers['content-type'] !== 'text/plain; charset=utf-8') return 'a refusal that is no text';
    return unchanged ? undefined : 'refused, and something changed';
  }
  const { header, body: content } = JSON.parse(body) as { header: Record<string, unknown>; body: unknown };
  const code = header['status'];
  if (!Number.isInteger(code) || describeStatus(Number(code)).kind === 'unknown') return `status ${String(code)}`;
  if (code === 1) return 'the server itself failed';
  if (typeof header['statusmessage'] !== 'string' || header['apiversion'] !== 3) return 'the header is incomplete';
  if (code === 0) return undefined;
  if (content !== null) return 'refused, with a body';
  return unchanged ? undefined : 'refused, and something changed';
}

/** Looks at the last entries of the journal, which explains what was refused. */
function wrongEntry({ core, secrets }: Round): string | undefined {
  const entries = core.journal.entries();
  const told = JSON.stringify(entries);
  if (secrets.some((text) => told.includes(text))) return 'a secret is in the journal';
  const silent = entries.find(({ status, explanation }) => status !== 0 && (explanation?.summary ?? '') === '');
  return silent && `a refusal without an explanation: ${JSON.stringify(silent)}`;
}

function failure(index: number, request: RawRequest, what: unknown): Error {
  const text = what instanceof Error ? what.stack : String(what);
  return new Error(`FUZZ_SEED=${SEED}, request ${index}: ${text}\n${JSON.stringify(request)}`);
}

test(`${COUNT} random requests of seed ${SEED} are answered, each as it should be`, { timeout: 600_000 }, () => {
  let round = newRound();
  const seen = new Map<string, number>();
  for (let index = 0; index < COUNT; index++) {
    if (index % ROUND === 0) round = newRound();
    const { core, known, secrets } = round;
    const request = fuzzRequest(SEED, index, known);
    const before = records(core);
    try {
      const response = core.answer(request);
      const what = wrong(response, records(core) === before, secrets);
      if (what !== undefined) throw failure(index, request, what);
      const inJournal = index % 100 === 0 ? wrongEntry(round) : undefined;
      if (inJournal !== undefined) throw failure(index, request, inJournal);
      const kind =
        response.status === 200 ? (/"status":(\d+)/.exec(response.body)?.[1] ?? '') : `HTTP ${response.status}`;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    } catch (error) {
      throw error instanceof Error && error.message.startsWith('FUZZ_SEED') ? error : failure(index, request, error);
    }
  }
  // It must have come past each check, or it would prove little.
  for (const kind of [
    '0',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '9',
    '120',
    '250',
    '282',
    '290',
    'HTTP 400',
    'HTTP 404',
    'HTTP 405',
  ]) {
    expect([kind, seen.get(kind) ?? 0]).toEqual([kind, expect.toSatisfy((count: number) => count > 0)]);
  }
  expect(seen.get('0')).toBeGreaterThan(COUNT / 20);
});

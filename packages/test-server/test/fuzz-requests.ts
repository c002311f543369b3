import { allCommands } from '@streamone/core/catalogue';
import type { RawRequest } from '../src/answer/raw-request.js';
import { type SeededRandom, seededRandom } from '../src/random/seeded-random.js';
import type { ScenarioCredentials } from '../src/scenarios/credentials.js';
import { escape, hmac } from './sign.js';

/** What requests may name: IDs that a server has, whatever they are of. */
export interface Known {
  readonly credentials: ScenarioCredentials;
  readonly ids: readonly string[];
  /** A session, until it is ended. */
  readonly session: { readonly id: string; readonly key: string };
  /** In seconds. */
  readonly now: number;
}

/** Makes a request from a sequence of chance. */
type Maker = (random: SeededRandom, known: Known) => RawRequest;

const FORM = 'application/x-www-form-urlencoded';
const ACTIONS = allCommands.flatMap(({ command, actions }) =>
  Object.values(actions).map(({ action, arguments: args }) => ({
    path: `/api/${command}/${action}`,
    names: Object.keys(args),
  })),
);

// What means something to some reader of a request.
const PIECES =
  `a b [ ] [] [a] [0] ][ = & ; % %00 %0A %2B %25 %5B %26 %3D %zz %F %FF %C0%80 %ED%A0%80 %F0%9F%98%80 + SPACE
  \u00ff \u00c3\u00a9 \u0000 \t \r\n ? # / // .. . , @ @UTC @Europe/Amsterdam : - -0 0 1 -1 1e9 NaN 99999999999999999999
  2026-01-02 03:04:05 2026-02-30 24:00:00 true false null undefined __proto__ constructor toString hasOwnProperty
  signature timestamp account customer user application session api=3 format=json limit offset itemtype video ' " < > \\ ~ *`
    .trim()
    .split(/\s+/)
    .map((piece) => piece.replace('SPACE', ' '));

function pick<Value>(random: SeededRandom, list: readonly Value[]): Value {
  const picked = list[random.integer(0, list.length - 1)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

function some(random: SeededRandom, most: number, make: () => string): string {
  let text = '';
  for (let left = random.integer(0, most); left > 0; left--) text += make();
  return text;
}

function randomBytes(random: SeededRandom, most: number): string {
  return some(random, most, () => String.fromCharCode(random.integer(0, 255)));
}

function pieces(random: SeededRandom, most: number): string {
  return some(random, most, () => pick(random, PIECES));
}

/** A value that an argument may well have, or not. */
function value(random: SeededRandom, { ids }: Known): string {
  switch (random.integer(0, 7)) {
    case 0:
      return pick(random, ids);
    case 1:
      return `${pick(random, ids)},${pick(random, ids)}`;
    case 2:
      return String(random.integer(-2, 50));
    case 3:
      return `20${random.integer(10, 40)}-0${random.integer(0, 9)}-1${random.integer(0, 9)} 0${random.integer(0, 9)}:30:00`;
    case 4:
      return pick(random, [
        '0',
        '1',
        '',
        'title',
        'asc',
        'desc',
        'video',
        'audio',
        'editor',
        '192.0.2.1',
        'ALLOW',
        'any',
      ]);
    case 5:
      return '';
    case 6:
      return randomBytes(random, 6);
    default:
      return pieces(random, 4);
  }
}

/** Who signs a request, and how. */
interface Signer {
  readonly pairs: readonly (readonly [string, string])[];
  readonly key: string;
}

function signer(random: SeededRandom, { credentials, session }: Known): Signer {
  const { user, application } = credentials;
  const chance = random.next();
  if (chance < 0.6) return { pairs: [['user', user.id]], key: user.psk };
  const pairs: [string, string][] = [
    ['authentication_type', 'application'],
    ['application', application.id],
  ];
  if (chance < 0.8) return { pairs, key: application.psk };
  return { pairs: [...pairs, ['session', session.id]], key: application.psk + session.key };
}

function writeForm(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, text]) => `${escape(name)}=${escape(text)}`).join('&');
}

/** A signed request, right in its form: of any action, with arguments that it has. */
const rightForm: Maker = (random, known) => {
  const { account, customer } = known.credentials;
  const { path, names } = pick(random, ACTIONS);
  const { pairs, key } = signer(random, known);
  const late = random.next() < 0.02 ? random.integer(-2000, 2000) : 0;
  const query: [string, string][] = [
    ['api', '3'],
    ['format', 'json'],
    ['timestamp', String(known.now + late)],
  ];
  const other = random.next() < 0.05 ? pick(random, known.ids) : undefined;
  if (random.next() < 0.8) query.push(['account', other ?? account]);
  else if (random.next() < 0.5) query.push(['customer', other ?? customer]);
  if (random.next() < 0.1) query.push(['timezone', pick(random, ['UTC', 'Asia/Kathmandu', 'Nowhere', ''])]);
  const args = names.filter(() => random.next() < 0.3).map((name) => [name, value(random, known)] as const);
  if (random.next() < 0.1) args.push([pieces(random, 2), pieces(random, 2)]);
  return signed(random.next() < 0.02 ? `${path}s` : path, writeForm([...query, ...pairs]), writeForm(args), key);
};

function signed(path: string, query: string, body: string, psk: string): RawRequest {
  const signature = hmac(psk, `${path}?${query}&${body}`);
  return { method: 'POST', target: `${path}?${query}&signature=${signature}`, headers: { 'content-type': FORM }, body };
}

/** Forms of any shape, rightly signed, so that they get past the signature. */
const oddForm: Maker = (random, known) => {
  const { user, account } = known.credentials;
  const more = random.next() < 0.2 ? `&${pieces(random, 6)}` : '';
  const query = `api=3&format=json&user=${user.id}&account=${account}&timestamp=${known.now}${more}`;
  const large = random.next() < 0.002;
  const body = large
    ? `${pieces(random, 2)}&`.repeat(random.integer(1, 200_000)).slice(0, 1_100_000)
    : pieces(random, 14);
  return signed(pick(random, ACTIONS).path, query, body, user.psk);
};

function mutated(text: string, random: SeededRandom): string {
  const at = random.integer(0, text.length);
  switch (random.integer(0, 4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + random.integer(1, 4));
    case 1:
      return text.slice(0, at) + pick(random, PIECES) + text.slice(at);
    case 2:
      return text.slice(0, at) + String.fromCharCode(random.integer(0, 255)) + text.slice(at + 1);
    case 3:
      return text.slice(0, at) + text.slice(Math.max(0, at - random.integer(1, 30)));
    default:
      return text.slice(0, at);
  }
}

/** A right request with something broken in it. */
const broken: Maker = (random, known) => {
  let { method, target, body, headers } = rightForm(random, known);
  for (let left = random.integer(1, 3); left > 0; left--) {
    const chance = random.next();
    if (chance < 0.6) target = mutated(target, random);
    else if (chance < 0.9) body = mutated(body, random);
    else if (chance < 0.95) headers = { 'content-type': pieces(random, 4) };
    else method = pick(random, ['GET', 'PUT', 'HEAD', 'post', '', pieces(random, 2)]);
  }
  return { method, target, headers, body };
};

/** No request at all. */
const bytes: Maker = (random) => ({
  method: pick(random, ['POST', 'POST', 'POST', 'GET', randomBytes(random, 4)]),
  target: pick(random, ['', '/', '/api/', '/api/item/view?', '//api//item//view?']) + randomBytes(random, 60),
  headers: random.next() < 0.5 ? { 'content-type': FORM } : {},
  body: randomBytes(random, 80),
});

const MAKERS: readonly Maker[] = [rightForm, rightForm, oddForm, broken, broken, bytes];

/** The request of a number in the sequence of a seed; each can be made alone. */
export function fuzzRequest(seed: number, index: number, known: Known): RawRequest {
  const random = seededRandom(seed * 1_000_003 + index);
  return pick(random, MAKERS)(random, known);
}

import { defineAction, itemView } from '@streamone/core/catalogue';
import { arrayOf, hash, label, object, text } from '@streamone/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startTestServer } from '../src/index.js';
import { type DriftReport, type Recording, checkDrift, driftText, readRecordings } from '../src/recording/index.js';
import { call, recorderOf, send, targetOf, tellStory } from './recording-story.js';

const HEADER = { status: 0, statusmessage: 'OK', apiversion: 3, cacheable: false, timezone: 'Europe/Amsterdam' };

const ITEM = {
  id: 'i1',
  title: 't',
  type: 'video',
  description: null,
  duration: '0:10',
  datecreated: '2024-01-01 00:00:00',
  dateaired: null,
  views: 1,
  keywords: ['a'],
  selectedthumbnailurl: null,
  medialink: {},
  account: { id: 'a1', name: 'n' },
};

const WITHOUT_TITLE = Object.fromEntries(Object.entries(ITEM).filter(([name]) => name !== 'title'));

function recordingOf(more: object, answer: object): Recording {
  return {
    command: 'item',
    action: 'view',
    parameters: { account: 'a1', authentication_type: 'user', user: 'u1' },
    arguments: {},
    ...more,
    answers: [{ httpStatus: 200, header: { ...HEADER, count: 1 }, body: [ITEM], ...answer }],
  };
}

/** What is found, without what is plain from the request. */
function found(recording: Recording, ...actions: Parameters<typeof checkDrift>[1] & object): string[] {
  return checkDrift([recording], actions).map(
    ({ kind, path, expected, given }) => `${kind} ${path}: ${expected} / ${given}`,
  );
}

test('what the catalogue says is no drift', () => {
  expect(found(recordingOf({}, {}))).toEqual([]);
});

test.each<[string, object, object, string[]]>([
  [
    'a field that is not declared',
    {},
    { body: [{ ...ITEM, rating: 4.5 }] },
    ['unknown-field [].rating: no such field / a number'],
  ],
  [
    'a field within one that is',
    {},
    { body: [{ ...ITEM, account: { id: 'a1', name: 'n', owner: {} } }] },
    ['unknown-field [].account.owner: no such field / an object'],
  ],
  ['a field that is missing', {}, { body: [WITHOUT_TITLE] }, ['missing-field [].title: String / nothing']],
  [
    'another type',
    {},
    { body: [{ ...ITEM, views: '1', description: 5 }] },
    ['wrong-type [].description: String / a whole number', 'wrong-type [].views: Integer / a string'],
  ],
  [
    'a date that is none',
    {},
    { body: [{ ...ITEM, datecreated: '2024-13-01 00:00:00' }] },
    ['wrong-type [].datecreated: DateTime / a string'],
  ],
  [
    'another body',
    {},
    { body: null, header: HEADER },
    ['header header.count: in every page / nothing', 'wrong-type : Array of Item / null'],
  ],
  [
    'a label that is new',
    {},
    { body: [{ ...ITEM, type: 'hologram' }] },
    ['new-label [].type: one of video, audio, videoonly / "hologram"'],
  ],
  [
    'a date that is masked',
    {},
    { body: [{ ...ITEM, datecreated: '[masked datecreated 1]', type: '[masked type 1]' }] },
    [],
  ],
  [
    'a label that looks like no word',
    {},
    { body: [{ ...ITEM, type: 'a secret text' }] },
    ['new-label [].type: one of video, audio, videoonly / another'],
  ],
  [
    'a status that is not in the table',
    {},
    { header: { ...HEADER, status: 999 }, body: null },
    ['unknown-status header.status: a status of the table / 999'],
  ],
  [
    'a status that the action is not known to answer',
    {},
    { header: { ...HEADER, status: 240 }, body: null },
    ['unlisted-status header.status: general ones alone / 240 LIVESTREAM_NOT_FOUND'],
  ],
  ['a status that any action may answer', {}, { header: { ...HEADER, status: 6 }, body: null }, []],
  ['a session that is dead', {}, { header: { ...HEADER, status: 282 }, body: null }, []],
  [
    'the header',
    {},
    {
      header: {
        status: 0,
        statusmessage: 'OK',
        apiversion: 4,
        cacheable: 'no',
        count: 1,
        server: 'x',
        sessiontimeout: 5,
      },
    },
    [
      'header header.apiversion: 3 / a whole number',
      'header header.cacheable: a boolean / a string',
      'header header.server: no such field / a string',
      'header header.timezone: in every answer / nothing',
      'header header.sessiontimeout: nothing outside of a session / it',
    ],
  ],
  [
    'a session without the seconds that it has left',
    { parameters: { account: 'a1', authentication_type: 'application', session: '[masked session 1]' } },
    {},
    ['header header.sessiontimeout: in every answer of a session / nothing'],
  ],
  [
    'a count where nothing is paged',
    { action: 'create', arguments: {} },
    { body: ITEM },
    ['header header.count: nothing: the action is not paged / it'],
  ],
  [
    'an argument that was accepted',
    { arguments: { colour: 'red' } },
    {},
    ['accepted arguments.colour: no such argument / an argument'],
  ],
  [
    'an argument named like what objects have',
    { arguments: { constructor: 'x' } },
    {},
    ['accepted arguments.constructor: no such argument / an argument'],
  ],
  [
    'a label that was accepted',
    { arguments: { orderfield: 'views' } },
    {},
    ['accepted arguments.orderfield: one of created, aired / "views"'],
  ],
  [
    'no account where one is needed',
    { parameters: { authentication_type: 'user' } },
    {},
    ['accepted parameters.account: required / not given'],
  ],
  [
    'a required argument that was left out',
    { command: 'session', action: 'initialize', arguments: { user: 'x' } },
    { header: HEADER, body: { challenge: '[masked challenge 1]', salt: '[masked salt 1]', needsv2hash: true } },
    ['accepted arguments.userip: required / not given'],
  ],
  [
    'more rows than the default limit',
    {},
    { header: { ...HEADER, count: 50 }, body: Array.from({ length: 30 }, () => ITEM) },
    ['paging : 20 rows: limit 20 by default, offset 0, count 50 / 30 rows'],
  ],
  [
    'fewer rows than were asked for',
    { arguments: { limit: '1000' } },
    { header: { ...HEADER, count: 700 }, body: Array.from({ length: 500 }, () => ITEM) },
    ['paging : 700 rows: limit 1000 as given, offset 0, count 700 / 500 rows'],
  ],
  ['the last page', { arguments: { limit: '10', offset: '15' } }, { header: { ...HEADER, count: 16 } }, []],
  ['a page behind the last', { arguments: { offset: '40' } }, { header: { ...HEADER, count: 16 }, body: [] }, []],
  [
    'an action that is not in the catalogue',
    { action: 'paint' },
    {},
    ['unknown-action : nothing: the catalogue has no such action / an answer'],
  ],
  [
    'one that the platform does not know either',
    { action: 'paint' },
    { header: { ...HEADER, status: 5 }, body: null },
    [],
  ],
  [
    'one that only the platform does not know',
    {},
    { header: { ...HEADER, status: 5 }, body: null },
    ['unknown-action : an action of the platform / the platform knows no such action'],
  ],
  [
    'another HTTP status',
    {},
    { httpStatus: 400, header: { ...HEADER, status: 6 }, body: null },
    ['http-status : 200 / 400'],
  ],
  [
    'masks, whatever the type',
    { command: 'session', action: 'create', arguments: { challenge: 'c', response: 'r' } },
    { header: HEADER, body: { id: '[masked session 1]', key: '[masked key 1]', timeout: 3600, user: 'u' } },
    [],
  ],
])('%s', (_, request, answer, expected) => {
  expect(found(recordingOf(request, answer))).toEqual(expected);
});

test('an answer that is malformed', () => {
  const recording = { ...recordingOf({}, {}), answers: [{ httpStatus: 502, malformed: 'it is not JSON' }] };
  expect(found(recording)).toEqual(['http-status : 200 / 502', 'malformed : a response of the API / it is not JSON']);
});

test('rows that differ alike are one difference, and answers are counted', () => {
  const recording = recordingOf(
    {},
    {
      header: { ...HEADER, count: 2 },
      body: [
        { ...ITEM, x: 1 },
        { ...ITEM, x: 2 },
      ],
    },
  );
  const [answer] = recording.answers;
  const reports = checkDrift([{ ...recording, answers: answer ? [answer, answer] : [] }]);
  expect(reports).toEqual([
    {
      command: 'item',
      action: 'view',
      kind: 'unknown-field',
      path: '[].x',
      expected: 'no such field',
      given: 'a whole number',
      answers: 2,
    },
  ]);
  expect(driftText(reports)).toBe(
    'item/view\n  unknown-field [].x: expected no such field; found a whole number (2 answers)\n1 difference from the catalogue.',
  );
  expect(driftText([])).toBe('Nothing differs from the catalogue.');
});

test('names of the platform bring no control characters to a terminal', () => {
  const recording = recordingOf({}, { body: [{ ...ITEM, ['x\u001b[31m']: 1 }] });
  expect(driftText(checkDrift([recording]))).toContain('[].x\uFFFD[31m');
});

test('actions of your own count as declared', () => {
  const paint = defineAction({
    command: 'item',
    action: 'paint',
    arguments: { colour: label('red') },
    output: arrayOf(object<{ id: string; name: string }>('Painting', { id: hash(), name: text() })),
  });
  const recording = recordingOf(
    { action: 'paint', arguments: { colour: 'blue' } },
    { header: HEADER, body: [{ id: 1 }] },
  );
  expect(found(recording, paint, itemView)).toEqual([
    'accepted arguments.colour: one of red / "blue"',
    'wrong-type [].id: Hash / a whole number',
    'missing-field [].name: String / nothing',
  ]);
});

describe('while recording', () => {
  test('the test server itself differs in nothing, and its files say the same', async () => {
    const server = await startTestServer();
    onTestFinished(() => server.close());
    const recorder = await recorderOf(server.url);
    await tellStory(recorder.url, server.credentials);
    expect(recorder.drift()).toEqual([]);
    expect(checkDrift(await readRecordings(recorder.folder))).toEqual([]);
  });

  test('each difference is told once, live and from the files, and shows no secret', async () => {
    const body = {
      id: 's',
      key: 5,
      timeout: 'canary-timeout',
      user: 'u',
      token: 'canary-token-value',
      more: 'canary-more',
    };
    const target = await targetOf((_, response) => response.end(JSON.stringify({ header: HEADER, body })));
    const told: DriftReport[] = [];
    const recorder = await recorderOf(target, { onDrift: (report) => told.push(report) });
    const wish = { key: { id: 'a', psk: 'p' }, type: 'application', path: '/api/session/create' } as const;
    for (const response of ['one-response', 'two-response']) {
      await call(recorder.url, { ...wish, args: { challenge: 'canary-challenge', response } });
    }
    await send(recorder.url, { key: { id: 'a', psk: 'p' }, path: '/api/item/nosuch' });
    const kinds = ['wrong-type timeout', 'wrong-type key', 'unknown-field token', 'unknown-field more'];
    expect(told.map(({ kind, path }) => `${kind} ${path}`.trim()).sort()).toEqual([...kinds, 'unknown-action'].sort());
    expect(recorder.drift().map(({ answers }) => answers)).toEqual([1, 2, 2, 2, 2]);
    expect(checkDrift(await readRecordings(recorder.folder))).toEqual(
      expect.arrayContaining([...recorder.drift()]) as unknown,
    );
    expect(JSON.stringify(recorder.drift()) + driftText(recorder.drift())).not.toContain('canary');
  });
});

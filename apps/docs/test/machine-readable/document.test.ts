import { createConfig, lintFromString } from '@redocly/openapi-core';
import type { DataType } from '@streamone/core';
import { allCommands, catalogue } from '@streamone/core/catalogue';
import { expect, test } from 'vitest';
import { actions } from '../../machine-readable/actions.ts';
import { objectTypes } from '../../machine-readable/object-types.ts';
import { document, faultsOf, formValidator, responseValidator, samples } from './validator.ts';
import { lookUp, nodesOf } from './walk.ts';

const marks = new Set(['documented', 'observed', 'inferred']);
const keys = Object.keys(catalogue);

test('Redocly finds nothing', async () => {
  const config = await createConfig({
    extends: ['recommended'],
    // Every result of this API has HTTP 200.
    rules: { 'operation-4xx-response': 'off' },
  });
  const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

test('it has every action of the catalogue, and no other', () => {
  expect(Object.keys(document.paths)).toEqual(keys.map((key) => `/api/${key}`));
  expect(document.tags.map(({ name }) => name)).toEqual(allCommands.map(({ command }) => command));
  expect(document.tags.filter(({ description = '' }) => description.length < 10)).toEqual([]);
});

test('every reference resolves', () => {
  const references = [...nodesOf(document)].flatMap(({ value: { $ref } }) => (typeof $ref === 'string' ? [$ref] : []));
  expect(references.length).toBeGreaterThan(500);
  expect(references.filter((each) => lookUp(document, each) === undefined)).toEqual([]);
});

test('every object of responses is among the schemas', () => {
  expect(objectTypes.size).toBeGreaterThan(15);
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...objectTypes.keys()]));
});

test('every operation, parameter, argument and field has its mark', () => {
  const unmarked: string[] = [];
  let marked = 0;
  const check = (pointer: string, value: unknown): void => {
    const mark = (value as Readonly<Record<string, unknown>> | undefined)?.['x-streamone-evidence'];
    if (typeof mark === 'string' && marks.has(mark)) marked++;
    else unmarked.push(pointer);
  };
  for (const [path, { post }] of Object.entries(document.paths)) check(path, post);
  for (const [name, each] of Object.entries(document.components.parameters)) check(name, each);
  for (const [name, each] of Object.entries(document.components.securitySchemes)) check(name, each);
  for (const { pointer, value } of nodesOf(document)) {
    // What an envelope consists of is told by the schemas that it refers to.
    const envelope =
      /\/(Failure|FailureStatus|SuccessStatus)$/.test(pointer) || String(value['title']).endsWith(', answered');
    if (envelope || typeof value['properties'] !== 'object' || value['properties'] === null) continue;
    for (const [name, field] of Object.entries(value['properties'])) check(`${pointer}/${name}`, field);
  }
  expect(unmarked).toEqual([]);
  expect(marked).toBeGreaterThan(250);
});

test('what an operation says is what the catalogue says', () => {
  for (const key of keys) {
    const entry = catalogue[key];
    const post = document.paths[`/api/${key}`]?.post;
    expect(post).toMatchObject({
      'x-streamone-evidence': entry?.evidence,
      'x-streamone-read-only': entry?.readOnly,
      'x-streamone-paged': entry?.paged,
      'x-streamone-token': entry?.token ?? null,
      'x-streamone-needs': entry?.needs,
      'x-streamone-actors': entry?.actors,
    });
    expect(post?.['x-streamone-errors'].map(({ code }) => code)).toEqual(entry?.errors);
    expect(post?.security).toHaveLength(entry?.actors.length ?? 0);
  }
});

test('a parameter is required where every request has to have it', () => {
  const all: Readonly<Record<string, { name: string; required: boolean }>> = document.components.parameters;
  for (const key of keys) {
    const { actors = [], needs } = catalogue[key] ?? {};
    const components = (document.paths[`/api/${key}`]?.post.parameters ?? []).map(
      ({ $ref }) => all[$ref.split('/').at(-1) ?? ''],
    );
    expect([key, ...components.flatMap((each) => (each?.required ? [each.name] : [])).toSorted()]).toEqual([
      key,
      ...[
        'api',
        'format',
        'timestamp',
        ...(actors.includes('user') ? [] : ['authentication_type', 'application']),
        ...(actors.includes('user') || actors.includes('application') ? [] : ['session']),
        ...(needs === 'nothing' ? [] : ['account']),
      ].toSorted(),
    ]);
    const names = components.map((each) => each?.name);
    for (const actor of actors) expect(names).toContain(actor);
    expect(names.includes('customer')).toBe(needs === 'nothing');
  }
});

const isKnown = ({ name, fields }: DataType): boolean =>
  name !== 'not known' && (fields === undefined || Object.keys(fields).length > 0);

test('every action whose arguments or output are known has an example of them, and no other', () => {
  for (const [key, entry] of actions) {
    const { requestBody, responses } = document.paths[`/api/${key}`]?.post ?? {};
    const form = requestBody?.content['application/x-www-form-urlencoded'];
    const answer = responses?.[200].content['application/json'].examples;
    expect([key, form?.example !== undefined]).toEqual([key, Object.keys(entry.arguments).length > 0]);
    expect([key, answer !== undefined && 'success' in answer]).toEqual([key, isKnown(entry.output)]);
  }
});

test('no example shows a secret', () => {
  const text = JSON.stringify(samples.get('session/create')) + JSON.stringify(samples.get('uploadtoken/create'));
  expect(text).toMatch(/"key":"…"/);
  expect(text).toMatch(/"token":"…"/);
  expect(text).toMatch(/"response":"…"/);
});

test('every example is valid', () => {
  let checked = 0;
  for (const [path, { post }] of Object.entries(document.paths)) {
    const key = path.slice('/api/'.length);
    const form = post.requestBody?.content['application/x-www-form-urlencoded'];
    if (form?.example !== undefined && ++checked)
      expect([key, ...faultsOf(formValidator(key), form.example)]).toEqual([key]);
    const given = post.responses[200].content['application/json'].examples;
    for (const each of Object.values(given)) {
      const value: unknown = '$ref' in each ? document.components.examples.refused.value : each?.value;
      expect([key, ...faultsOf(responseValidator(key), value)]).toEqual([key]);
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(70);
});

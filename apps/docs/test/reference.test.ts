import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '@streamone/core/catalogue';
import { statusTable } from '@streamone/core/statuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeReference } from '../reference/write-reference.ts';

const lineOf = (page: string, name: string): string | undefined =>
  page.split('\n').find((each) => each.includes(`"argument-${name}"`));

describe('the reference', () => {
  let folder: string;
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'streamone-reference-'));
    await writeReference(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.for(Object.entries(catalogue))('tells of %s all that the catalogue knows', ([key, entry]) => {
    const page = read(`actions/${key}.md`);
    for (const [name, argument] of Object.entries(entry?.arguments ?? {})) {
      const line = page.split('\n').find((each) => each.includes(`id="argument-${name}"`)) ?? '';
      expect(line, name).toContain(`>${argument.evidence}<`);
      expect(line.includes('required'), name).toBe(argument.required);
    }
    const { element, fields = element?.fields } = entry?.output ?? {};
    for (const name of Object.keys(fields ?? {})) expect(page).toContain(`| \`${name}\` |`);
    if (entry?.token !== undefined) expect(page).toContain(`/reference/tokens#${entry.token}`);
    for (const status of entry?.errors ?? []) expect(page).toContain(`| ${status} |`);
    expect(page).toContain(`<TryIt action="${key}" />`);
  });

  test('says which facts of an action are inferred, and which nothing is known of', () => {
    const view = read('actions/application/view.md');
    expect(view).toMatch(/\*\*Paged:\*\* yes.*>inferred</);
    expect(view).toMatch(/\*\*Needs:\*\* no account, as far as is known$/m);
    expect(view).toMatch(/\*\*Asked by:\*\* a user, .*, as far as is known$/m);
    expect(read('actions/uploadtoken/create.md')).toMatch(/\*\*Needs:\*\* one account .*>documented</);
    expect(read('actions/user/getmyroles.md')).toMatch(/\*\*Asked by:\*\* .*>observed</);
    expect(read('actions/item/view.md')).toMatch(/\| `keywords` \| \[Array of String\]/);
  });

  test('tells apart what is known of an argument and of its labels, or of its being required', () => {
    expect(lineOf(read('actions/item/create.md'), 'itemtype')).toMatch(/>documented<.*known: .*>observed</);
    expect(lineOf(read('actions/application/edit.md'), 'application')).toMatch(/required<.*>inferred<.*>documented</);
    expect(lineOf(read('actions/session/create.md'), 'challenge')).not.toContain('inferred');
  });

  test('warns of a repeated write only where it may have been carried out', () => {
    const page = read('statuses.md');
    expect(page).toMatch(/`internal`.*a write may have been carried out/);
    expect(page).toMatch(/^\| `read-only` \| `\w+` \| later \|/m);
  });

  test('shows every status once, where links look for it', () => {
    const page = read('statuses.md');
    for (const [, name] of statusTable) {
      expect(page.split(`id="${name.toLowerCase().replaceAll('_', '-')}"`), name).toHaveLength(2);
    }
  });

  test('shows no key, token or challenge of an answer, not even the test server’s', () => {
    const answers = ['session/initialize', 'session/create', 'uploadtoken/create'].map((key) =>
      read(`actions/${key}.md`),
    );
    for (const answer of answers) expect(answer).toMatch(/"(challenge|key|token)": "…"/);
    expect(answers.join('\n')).not.toMatch(/"(challenge|key|token)": "\w/);
  });

  test('knows each argument’s type: none lacks a link to where it is explained', () => {
    const types = read('data-types.md');
    const anchors = Object.keys(catalogue).flatMap((key) =>
      [...read(`actions/${key}.md`).matchAll(/\/reference\/data-types#([a-z-]+)/g)].map(([, name = '']) => name),
    );
    for (const name of new Set(anchors)) expect(types).toContain(`{#${name}}`);
  });
});

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOTICES, readLicences, writeLicences } from './licence-list.ts';
import { thirdPartyLicences } from './third-party-licences.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'streamone-licences-'));
  put('ours/package.json', '{"name":"@streamone/ours","version":"1.0.0"}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text = ''): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function install(name: string, files: Readonly<Record<string, string>>, more = {}): string {
  const folder = `ours/node_modules/${name}`;
  put(`${folder}/package.json`, JSON.stringify({ name, version: '2.0.0', license: 'MIT', ...more }));
  for (const [path, text] of Object.entries(files)) put(`${folder}/${path}`, text);
  return put(`${folder}/dist/index.js`);
}

function bundle(...moduleIds: readonly string[]): string {
  const plugin = thirdPartyLicences(join(root, 'ours'));
  plugin.writeBundle({}, { 'index.js': { type: 'chunk', moduleIds } });
  const list = join(root, 'ours/dist', NOTICES);
  return existsSync(list) ? readFileSync(list, 'utf8') : '';
}

test('tells of each package that is in the bundle, with its licence and its notice, and of no other', () => {
  const one = install('one', { LICENSE: 'Licence of one.\r\n', 'NOTICE.md': 'Notice of one.' });
  const scoped = install('@some/two', { 'license.txt': 'Licence of two.' }, { repository: 'some/two', license: 'ISC' });
  install('not-taken', { LICENSE: 'Licence of another.' });
  const own = put('ours/src/index.ts');
  const list = bundle(one, `${scoped}?query`, `\0${one}`, own, '\0made-up', 'node:fs');
  expect(readLicences(list)).toEqual([
    {
      name: '@some/two',
      version: '2.0.0',
      licence: 'ISC',
      source: 'https://github.com/some/two',
      text: 'Licence of two.',
    },
    {
      name: 'one',
      version: '2.0.0',
      licence: 'MIT',
      source: 'the package one',
      text: 'Licence of one.\n\nNotice of one.',
    },
  ]);
});

test('a package.json that only says what modules are is no package', () => {
  const module = install('one', { LICENSE: 'Licence of one.', 'dist/package.json': '{"type":"module"}' });
  expect(readLicences(bundle(module)).map(({ name }) => name)).toEqual(['one']);
});

test('a package without a licence can not be taken in', () => {
  const module = install('careless', { README: 'free as in air' });
  expect(() => bundle(module)).toThrow('careless@2.0.0 brings no licence');
});

test('what another bundle of the workspace holds is told of too', () => {
  put('theirs/package.json', '{"name":"@streamone/theirs","version":"1.0.0"}');
  const ky = {
    name: 'ky',
    version: '2.1.0',
    licence: 'MIT',
    source: 'https://github.com/sindresorhus/ky',
    text: 'MIT',
  };
  put(`theirs/dist/${NOTICES}`, writeLicences('@streamone/theirs', [ky]));
  const built = put('theirs/dist/node/index.js');
  expect(readLicences(bundle(built))).toEqual([ky]);
  expect(bundle(put('theirs/src/index.ts'))).toBe('');
});

test('builds of one package add to one list, and an old list goes', () => {
  const plugin = thirdPartyLicences(join(root, 'ours'));
  const modules = [install('one', { LICENSE: 'L' }), install('two', { LICENSE: 'L' })];
  for (const id of modules) plugin.writeBundle({}, { 'index.js': { type: 'chunk', moduleIds: [id] } });
  const list = join(root, 'ours/dist', NOTICES);
  expect(readLicences(readFileSync(list, 'utf8')).map(({ name }) => name)).toEqual(['one', 'two']);
  expect(bundle()).toBe('');
});

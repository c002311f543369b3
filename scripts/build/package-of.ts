import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A package whose code was taken into a bundle. */
export interface InlinedPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json says, in SPDX's words. */
  readonly licence: string;
  /** Where its source is; some licences ask that this be told. */
  readonly source: string;
  /** Its licence and notices, word for word. */
  readonly text: string;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly repository?: string | { readonly url?: string };
}

const LEGAL = /^(licen[cs]e|notice|copying)([.-].*)?$/i;

function readManifest(folder: string): Manifest {
  const path = join(folder, 'package.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : {};
}

/** The folder of the package that a file belongs to: nested package.json files without a version are passed over. */
export function packageFolder(file: string): string {
  let folder = dirname(file);
  while (folder !== dirname(folder)) {
    const { name, version } = readManifest(folder);
    if (name !== undefined && version !== undefined) return folder;
    folder = dirname(folder);
  }
  throw new Error(`no package around ${file}`);
}

function sourceOf({ name, repository }: Manifest): string {
  const given = (typeof repository === 'string' ? repository : repository?.url) ?? `the package ${name ?? ''}`;
  const url = given.replace(/^git\+/, '').replace(/\.git$/, '');
  return /^[\w.-]+\/[\w.-]+$/.test(url) ? `https://github.com/${url}` : url.replace(/^github:/, 'https://github.com/');
}

/** Reads what must be told of a package. A package without a licence's text can't be shipped within another: an error. */
export function readPackage(folder: string): InlinedPackage {
  const manifest = readManifest(folder);
  const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile() && LEGAL.test(one.name));
  const text = files.map(({ name }) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
  const { name = '', version = '', license: licence } = manifest;
  if (text === '' || licence === undefined) throw new Error(`${name}@${version} brings no licence: ${folder}`);
  return { name, version, licence, source: sourceOf(manifest), text };
}

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the built site is. */
export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** What links can lead to, and where from. */
export interface SitePage {
  /** As the address of a page has it: `/guides/uploads`, `/reference/`. */
  readonly path: string;
  readonly ids: ReadonlySet<string>;
  /** As they are written. */
  readonly links: readonly string[];
}

const unescaped = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

const attributes = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`<[a-z][^<>]*?\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => unescaped(value));

/** Reads the ids and links of a page. */
export function readPage(path: string, html: string): SitePage {
  const text = html.replaceAll(/<script[\s\S]*?<\/script>/g, '');
  const links = [...attributes(text, 'href'), ...attributes(text, 'src')];
  return { path, ids: new Set(attributes(text, 'id')), links };
}

/** The pages of the built site. */
export function readSite(): readonly SitePage[] {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  return files.map((file) => {
    const path = `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`;
    return readPage(path, readFileSync(`${DIST}${file}`, 'utf8'));
  });
}

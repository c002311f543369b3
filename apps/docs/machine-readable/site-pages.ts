import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of the site, as Markdown that reads well without the site. */
export interface SitePage {
  /** Its place in the site, without an ending: `guides/uploads`, `reference/index`. */
  readonly path: string;
  readonly title: string;
  /** A line about it; empty where the page has none. */
  readonly description: string;
  readonly markdown: string;
}

const FRONTMATTER = /^---\n([\s\S]*?)\n---\n/;
/** What only the site can show: scripts, styles, comments, the part that runs in the page, components on lines of their own. */
const LIVE =
  /^<!--.*-->\n+|^<script[\s\S]*?^<\/script>\n?|^<style[\s\S]*?^<\/style>\n?|^## Try it$[\s\S]*?(?=^## |(?![\s\S]))|^ *<\/?[A-Z][A-Za-z]*(?:\s[^\n]*)?>\n?/gm;
const MARK = /<span class="mark (\w+)"[^>]*>[^<]*<\/span>/g;
const TAG = /<\/?(?:span|a|small)\b[^>]*>/g;
const ANCHOR = /(?<=^#+ .*) \{#[^}]+\}$/gm;
/** Code, within a line and in blocks, where all of this may stand for itself. */
const CODE = /(^```[\s\S]*?^```$|`[^`\n]+`)/m;

function withoutLive(text: string): string {
  return text
    .split(CODE)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(MARK, '($1)').replace(TAG, '')))
    .join('')
    .split(/(^```[\s\S]*?^```$)/m)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(LIVE, '').replace(ANCHOR, '')))
    .join('');
}

function plain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first sentence of the first paragraph that is text. */
function opening(markdown: string): string {
  const paragraph = markdown.split(/\n{2,}/).find((each) => /^(?!```)[A-Za-z`[*]/.test(each)) ?? '';
  return (plain(paragraph).split(/(?<=[.:?!])\s/)[0] ?? '').replace(/:$/, '.');
}

/** Reads a page; `undefined` for one that has nothing but frontmatter, as the front page. */
function readSitePage(folder: string, file: string): SitePage | undefined {
  const source = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  const front = FRONTMATTER.exec(source);
  const markdown = withoutLive(source.slice(front?.[0].length ?? 0))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (markdown === '') return undefined;
  const told = (name: string): string | undefined => {
    const value = new RegExp(`^${name}: *(.+)$`, 'm').exec(front?.[1] ?? '')?.[1];
    return value?.startsWith('"') ? String(JSON.parse(value)) : value;
  };
  const path = file.replaceAll('\\', '/').replace(/\.md$/, '');
  const title = told('title') ?? plain(/^# (.+)$/m.exec(markdown)?.[1] ?? path);
  return { path, title, description: told('description') ?? opening(markdown), markdown: `${markdown}\n` };
}

/** The pages of a folder of the site, by path. What TypeDoc makes of the packages is not among them: it repeats their types. */
export function sitePages(folder: string): readonly SitePage[] {
  return globSync('**/*.md', { cwd: folder })
    .filter((file) => !file.startsWith('packages'))
    .toSorted()
    .flatMap((file) => readSitePage(folder, file) ?? []);
}

interface OrderedItem {
  readonly link?: string;
  readonly items?: readonly OrderedItem[];
}

function links(items: readonly OrderedItem[]): readonly string[] {
  return items.flatMap(({ link, items: inner = [] }) => [...(link === undefined ? [] : [link]), ...links(inner)]);
}

/** The pages of one part of the site in the order of its sidebar; those that it does not name come last. */
export function orderedSitePages(folder: string, part: string, pages: readonly SitePage[]): readonly SitePage[] {
  const order = join(folder, part, 'order.json');
  const named = existsSync(order) ? links(JSON.parse(readFileSync(order, 'utf8')) as readonly OrderedItem[]) : [];
  const place = ({ path }: SitePage): number => {
    const at = named.findIndex((link) => link.replace(/^\/|\/$/g, '') === path.replace(/\/index$/, ''));
    return at < 0 ? named.length : at;
  };
  return pages.filter(({ path }) => path.startsWith(`${part}/`)).toSorted((a, b) => place(a) - place(b));
}

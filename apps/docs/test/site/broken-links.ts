import type { SitePage } from './read-site.ts';

const HERE = 'https://site.test';

/** The links of pages that lead nowhere, with the page that has them: internal ones, their anchors too. */
export function brokenLinks(pages: readonly SitePage[], isFile: (path: string) => boolean): readonly string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const broken = new Set<string>();
  for (const { path, links } of pages) {
    for (const link of links) {
      const { origin, pathname, hash } = new URL(link, `${HERE}${path}`);
      if (origin !== HERE) continue;
      const place = decodeURIComponent(pathname);
      const target = byPath.get(place);
      if (target === undefined && !isFile(place)) broken.add(`${path}: ${link} is no page`);
      const id = decodeURIComponent(hash.slice(1));
      if (target !== undefined && id !== '' && !target.ids.has(id)) broken.add(`${path}: ${link} has no such anchor`);
    }
  }
  return [...broken].sort();
}

/** Where the links of pages lead to outside of the site. */
export function linkedHosts(pages: readonly SitePage[]): readonly string[] {
  const links = pages.flatMap(({ path, links: all }) => all.map((link) => new URL(link, `${HERE}${path}`)));
  const outside = links.filter(({ origin, protocol }) => origin !== HERE && protocol !== 'data:');
  return [...new Set(outside.map(({ protocol, host }) => `${protocol}//${host}`))].sort();
}

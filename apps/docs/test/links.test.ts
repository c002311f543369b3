import { existsSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenLinks, linkedHosts } from './site/broken-links.ts';
import { DIST, readPage, readSite } from './site/read-site.ts';

const isFile = (path: string): boolean => {
  const file = `${DIST}${path.slice(1)}`;
  return existsSync(file) && statSync(file).isFile();
};

describe('the built site', () => {
  const site = readSite();

  test('has all its pages', () => {
    const paths = new Set(site.map(({ path }) => path));
    for (const path of ['/', '/guides/first-request', '/protocol/signing', '/reference/', '/packages/core/']) {
      expect(paths).toContain(path);
    }
  });

  test('has no link, and no anchor of a link, that leads nowhere', () => {
    expect(brokenLinks(site, isFile)).toEqual([]);
  });

  // Nothing is fetched here: whoever adds a host looks whether it is there, and writes it down.
  test('links to these hosts alone', () => {
    expect(linkedHosts(site)).toEqual([
      'https://github.com',
      'https://jsonata.org',
      'https://keyv.org',
      'https://llmstxt.org',
      'https://videojs.com',
    ]);
  });
});

describe('the check of links', () => {
  const pages = [
    readPage('/a/', '<h1 id="top">A</h1> <a href="./b#there">b</a> <a class="x" href="/a/#top">top</a>'),
    readPage('/a/b', '<p id="there"><a href="../c">c</a> <a href="/a/#nowhere">a</a> <img src="/x.svg"></p>'),
  ];

  test('finds pages, anchors and files that are not there', () => {
    expect(brokenLinks(pages, () => false)).toEqual([
      '/a/b: ../c is no page',
      '/a/b: /a/#nowhere has no such anchor',
      '/a/b: /x.svg is no page',
    ]);
    expect(brokenLinks(pages, (path) => path !== '/c')).toHaveLength(2);
  });

  test('reads no link from a script', () => {
    expect(readPage('/', '<script>const a = \'<a href="/no">\'</script>').links).toEqual([]);
  });
});

import { defineConfig } from 'vitepress';
import { orderedPages } from './ordered-pages.ts';
import { packagesSidebar, referenceSidebar } from './reference-sidebar.ts';

const guides = [...orderedPages('guides'), ...orderedPages('protocol')];

/** How much a page counts in the search. It is sent to the page as its text, so it uses nothing from outside. */
const boostDocument = (id: string): number => {
  if (id.startsWith('/guides/')) return 3;
  return id.startsWith('/packages/') ? 0.5 : 2;
};

export default defineConfig({
  title: 'StreamOne toolkit',
  description:
    'A TypeScript toolkit for version 3 of the StreamOne video platform’s HTTP API: client, command line, test server. Unofficial, not affiliated with the vendor.',
  lang: 'en-GB',
  // Else the list of all pages is in every one of them.
  metaChunk: true,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/icon.svg' }]],
  srcDir: 'site',
  outDir: 'dist',
  cacheDir: 'node_modules/.cache/vitepress',
  cleanUrls: true,
  // A link that leads nowhere fails the build, unless pages are still being written.
  ignoreDeadLinks: process.env['DOCS_DRAFT'] === '1',
  markdown: { theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } },
  themeConfig: {
    logo: { src: '/icon.svg', alt: '', width: 24, height: 24 },
    nav: [
      { text: 'Guides', link: '/guides/first-request', activeMatch: '/guides/' },
      { text: 'Reference', link: '/reference/', activeMatch: '/reference/' },
      { text: 'Protocol', link: '/protocol/', activeMatch: '/protocol/' },
      { text: 'Packages', link: '/packages/', activeMatch: '/packages/' },
    ],
    sidebar: {
      '/guides/': guides,
      '/protocol/': guides,
      '/reference/': referenceSidebar(),
      '/packages/': packagesSidebar(),
    },
    outline: { level: [2, 3] },
    search: {
      provider: 'local',
      // Else what is said of a word is buried under every type of the packages that has it in its name.
      options: { miniSearch: { searchOptions: { boostDocument } } },
    },
    notFound: {
      title: 'There is no such page',
      quote: 'Search, or begin with the first request: the home page leads there.',
      linkLabel: 'go to the home page',
      linkText: 'Home page',
    },
    footer: {
      message: 'Unofficial: not affiliated with the vendor of StreamOne. MIT licensed.',
    },
  },
});

import { readSummaries } from '../reference/summaries.ts';
import { actions } from './actions.ts';
import { type SitePage, orderedSitePages } from './site-pages.ts';

const HEAD = `# StreamOne toolkit for TypeScript

> Unofficial TypeScript toolkit for version 3 of the StreamOne video platform's HTTP API: a client for Node, one for browsers that holds no key, a command line, and a test server to develop against without an account. Not affiliated with the vendor.

- Not on npm yet: \`npm run tarballs\` in a clone, then \`npm install ../streamone/tarballs/*.tgz\` in a folder beside it. Node 22.19 or newer.
- The client for Node is \`@streamone/node\`: \`createClient({ auth: user({ id, psk }), account })\`, then \`await s1.item.view({ limit: 5 })\`. The browser client is \`@streamone/browser\`, the command is \`streamone\` of \`@streamone/cli\`.
- \`@streamone/test-server\` needs no account: \`startTestServer()\` in a test, or \`streamone-test-server --port 8080 --json\` on its own.
- The vendor's documentation is not complete. Facts are marked with how well they are known: documented, observed (in an official SDK or a captured exchange), or inferred (deduced, and maybe wrong). The real platform was not at hand while this was made.
- The catalogue has the ${actions.length} actions whose names are known. Any other is reached by \`s1.call('command/action', …)\`.
`;

function line(path: string, title: string, description: string): string {
  return `- [${title}](${path})${description === '' ? '' : `: ${description}`}`;
}

const pageLine = ({ path, title, description }: SitePage): string => line(`${path}.md`, title, description);

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n## ${title}\n\n${lines.join('\n')}\n`;
}

function commandLines(pages: readonly SitePage[]): readonly string[] {
  const summaries = readSummaries();
  const commands = new Set(actions.map(([, { command }]) => command));
  return [...commands].flatMap((command) => {
    const page = pages.find(({ path }) => path === `reference/actions/${command}/index`);
    const names = actions.filter(([, action]) => action.command === command).map(([key]) => key);
    const told = summaries[command] ?? '';
    return page === undefined ? [] : [line(`${page.path}.md`, command, `${told} ${names.join(', ')}.`)];
  });
}

const machineReadable = [
  line('openapi.json', 'OpenAPI 3.1', 'every action, with evidence, tokens, errors, and how requests are signed'),
  line('catalogue.json', 'Catalogue', 'actions, data types and statuses as plain data'),
  line('schemas/index.json', 'JSON Schemas', 'arguments and output of every action, and every data type; 2020-12'),
];

/** What `llms.txt` and `llms-full.txt` say, by the pages that the site has. */
export function llmsTexts(site: string, pages: readonly SitePage[]): { readonly short: string; readonly full: string } {
  const guides = orderedSitePages(site, 'guides', pages);
  const protocol = orderedSitePages(site, 'protocol', pages);
  const reference = pages.filter(({ path }) => path.startsWith('reference/'));
  const overview = reference.filter(({ path }) => !path.startsWith('reference/actions/'));
  const short = [
    HEAD,
    section('Guides', guides.map(pageLine)),
    section('Protocol', protocol.map(pageLine)),
    section('Reference', [...overview.map(pageLine), ...commandLines(pages)]),
    section('Machine-readable', machineReadable),
    section('Optional', [line('llms-full.txt', 'Everything', 'guides, protocol and reference in one file')]),
  ].join('');
  const chapters = [...guides, ...protocol, ...reference].map(
    ({ path, markdown }) => `<!-- ${path} -->\n\n${markdown}`,
  );
  return { short, full: [HEAD, ...chapters].join('\n') };
}

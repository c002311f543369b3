import { fileURLToPath } from 'node:url';
import { sampleCalls } from '../reference/sample-calls.ts';
import { catalogueDocument } from './catalogue-document.ts';
import { jsonSchemas } from './json-schemas.ts';
import { llmsTexts } from './llms-texts.ts';
import { openApi } from './open-api.ts';
import { sitePages } from './site-pages.ts';

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** Every file for machines, by its path in the built site. The same catalogue and pages give the same bytes. */
export async function machineReadableFiles(
  site = fileURLToPath(new URL('../site', import.meta.url)),
): Promise<ReadonlyMap<string, string>> {
  const schemas = jsonSchemas();
  const pages = sitePages(site);
  const { short, full } = llmsTexts(site, pages);
  return new Map([
    ['openapi.json', json(openApi(await sampleCalls()))],
    ['catalogue.json', json(catalogueDocument())],
    ['schemas/index.json', json([...schemas].map(([path, { title }]) => ({ path, title })))],
    ...[...schemas].map(([path, schema]) => [`schemas/${path}`, json(schema)] as const),
    ...pages.map(({ path, markdown }) => [`${path}.md`, markdown] as const),
    ['llms.txt', short],
    ['llms-full.txt', full],
  ]);
}

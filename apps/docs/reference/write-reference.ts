import { type CatalogueKey, allCommands, catalogue } from '@streamone/core/catalogue';
import { actionPage } from './action-page.ts';
import { dataTypesPage } from './data-types-page.ts';
import { examples } from './examples.ts';
import { commandPage, overviewPage } from './overview-page.ts';
import { ownCode } from './own-code.ts';
import { sampleCall } from './sample-call.ts';
import { seededServer, seededValues } from './seeded.ts';
import { statusesPage } from './statuses-page.ts';
import { readSummaries } from './summaries.ts';
import { tokensPage } from './tokens-page.ts';
import { writePages } from './write-pages.ts';

/**
 * Writes the reference as pages: of every command and action, of statuses, data types and tokens.
 *
 * @param folder `reference` of the site
 * @throws ApiError where an example does not work
 */
export async function writeReference(folder: string): Promise<void> {
  await using server = seededServer();
  const seeded = seededValues(server);
  const summaries = readSummaries();
  const own = ownCode(seeded.password);
  const pages = new Map([
    ['index.md', overviewPage(summaries)],
    ['statuses.md', statusesPage()],
    ['data-types.md', dataTypesPage()],
    ['tokens.md', tokensPage()],
    ...allCommands.map(({ command }) => [`actions/${command}/index.md`, commandPage(command, summaries)] as const),
  ]);
  for (const [name, example] of Object.entries(examples(seeded))) {
    const key = name as CatalogueKey;
    const sample = await sampleCall(key, example);
    pages.set(`actions/${key}.md`, actionPage({ entry: catalogue[key], example, own: own[key], sample }));
  }
  await writePages(folder, pages, ['actions']);
}

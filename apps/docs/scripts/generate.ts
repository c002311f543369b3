// `npm run generate`: the pages that are made from the catalogue and the packages, into `site`. Part of the build.
import { fileURLToPath } from 'node:url';
import { writePackages } from '../packages-reference/write-packages.ts';
import { writeReference } from '../reference/write-reference.ts';

await writeReference(fileURLToPath(new URL('../site/reference', import.meta.url)));
await writePackages(fileURLToPath(new URL('../site/packages', import.meta.url)));

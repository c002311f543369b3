// `npm run build`: the whole site, from the catalogue, the packages and the pages of `site`, into `dist`.
import { fileURLToPath } from 'node:url';
import { build } from 'vitepress';
import { writeMachineReadable } from '../machine-readable/write-machine-readable.ts';
import './generate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
await build(root);
await writeMachineReadable(`${root}dist`);

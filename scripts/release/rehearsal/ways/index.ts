import type { Rehearsal } from '../perform.ts';
import { commandLine } from './command-line.ts';
import { elsewhere } from './elsewhere.ts';
import { inBrowsers } from './in-browsers.ts';
import { onNode } from './on-node.ts';
import { typed } from './typed.ts';

/** Every way in which the packages are used. */
export const ways: readonly Rehearsal[] = [...onNode, ...typed, ...inBrowsers, ...elsewhere, commandLine];

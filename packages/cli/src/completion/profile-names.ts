import { readFileSync } from 'node:fs';
import { configPath } from '../config/config-path.js';
import { keyOf, tableOf } from '../config/line-of.js';

/** What can be told of the file of profiles by a look at its lines. */
export interface ProfileNames {
  readonly names: readonly string[];
  /** The one that is taken where none is named. */
  readonly chosen: string | undefined;
}

/** The names of profiles, without reading the file as TOML, which would take longer; none where it can't be read. */
export function profileNames(env: NodeJS.ProcessEnv): ProfileNames {
  const names: string[] = [];
  let chosen: string | undefined;
  try {
    for (const line of readFileSync(configPath(env) ?? '', 'utf8').split('\n')) {
      const table = tableOf(line);
      if (table?.startsWith('profiles.') === true) names.push(table.slice('profiles.'.length));
      if (keyOf(line) === 'default_profile') chosen = /=\s*["'](.*?)["']/.exec(line)?.[1];
    }
  } catch {
    // A person who presses the tab key is helped by no error.
  }
  return { names, chosen };
}

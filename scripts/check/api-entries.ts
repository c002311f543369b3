import { publicPackages } from './pack-packages.ts';

/** One way into a package. */
export interface ApiEntry {
  /** The package's folder, from the root. */
  readonly folder: string;
  /** Its declarations, within the folder. */
  readonly types: string;
  /** What its report is called: `core`, `core-media`. */
  readonly report: string;
}

type Conditions = string | { readonly [condition: string]: Conditions };

/** Every file of declarations that an export leads to, by the conditions that lead there. */
function declarations(exported: Conditions, path: readonly string[] = []): readonly (readonly [string, string])[] {
  if (typeof exported === 'string') return [];
  return Object.entries(exported).flatMap(([condition, value]) => {
    if (condition === 'types' && typeof value === 'string') return [[path.join('-'), value] as const];
    return declarations(value, [...path, condition]);
  });
}

/** All entries of the public packages that have types. A command has none; its reference is `packages/cli/docs`. */
export function apiEntries(): readonly ApiEntry[] {
  return publicPackages().flatMap(({ folder, manifest }) =>
    Object.entries(manifest.exports ?? {}).flatMap(([subpath, exported]) =>
      declarations(exported as Conditions).map(([condition, types]) => ({
        folder,
        types,
        report: [folder.replace('packages/', ''), subpath.slice(2), condition].filter(Boolean).join('-'),
      })),
    ),
  );
}

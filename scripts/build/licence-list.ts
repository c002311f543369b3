import type { InlinedPackage } from './package-of.ts';

/** The file in `dist` that lists what was taken into the bundles; were it named after licences, pnpm would not add ours. */
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

const RULE = '='.repeat(80);
const HEAD = /^(?<name>\S+) (?<version>\S+), (?<licence>.+)\nSource: (?<source>.+)\n\n(?<text>[^]*)$/;

/** Writes the list, sorted, so that the same bundles give the same file. */
export function writeLicences(name: string, inlined: Iterable<InlinedPackage>): string {
  const sorted = [...inlined].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  const sections = sorted.map(
    (one) =>
      `${one.name} ${one.version}, ${one.licence}\nSource: ${one.source}\n\n${one.text.replaceAll('\r\n', '\n')}`,
  );
  const introduction = `Files of ${name} hold code of these packages, under their own licences.`;
  return `${[introduction, ...sections].join(`\n\n${RULE}\n`)}\n`;
}

/** Reads such a list again: a bundle that holds another bundle takes its list over. */
export function readLicences(list: string): readonly InlinedPackage[] {
  return list
    .trimEnd()
    .split(`\n\n${RULE}\n`)
    .slice(1)
    .map((section) => {
      const { name, version, licence, source, text } = HEAD.exec(section)?.groups ?? {};
      if (!name || !version || !licence || !source || !text) throw new Error(`not a licence's section: ${section}`);
      return { name, version, licence, source, text };
    });
}

import { printable } from '../../output/report-error.js';
import { jsonText, writeOut } from '../../output/write-out.js';

/** Prints a link: the address alone, on a line, since it is to be pasted or piped; `--json` has it as data. */
export async function printLink(
  link: string,
  { json = false }: { readonly json?: boolean },
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await writeOut(json ? `${jsonText({ link, ...more }, 2)}\n` : `${printable(link)}\n`);
}

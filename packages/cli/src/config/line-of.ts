const HEADER = /^\s*\[\s*([^\]]+?)\s*\]\s*(?:#.*)?$/;
const KEY = /^\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*=/;

/** The name of the table that a line begins, quotes taken off; `undefined` where it begins none. */
export function tableOf(line: string): string | undefined {
  return HEADER.exec(line)?.[1]?.replaceAll(/["']|\s*(?=\.)|(?<=\.)\s*/g, '');
}

/** The key that a line sets; `undefined` where it sets none. */
export function keyOf(line: string): string | undefined {
  const found = KEY.exec(line);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

/**
 * The line of a TOML text where a table begins, or where a key in it is set; counted from 1. Found by
 * its look, for messages: `undefined` where it is written in another way.
 *
 * @param table `undefined` for what stands above all tables
 */
export function lineOf(text: string, table: string | undefined, key?: string): number | undefined {
  let current: string | undefined;
  let begin: number | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const header = tableOf(line);
    if (header !== undefined) current = header;
    const isIt = header === table || header?.startsWith(`${table}.`) === true;
    if (header !== undefined && isIt) begin ??= index + 1;
    if (key !== undefined && current === table && keyOf(line) === key) return index + 1;
  }
  return begin;
}

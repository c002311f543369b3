import type { Evidence } from '@streamone/core/catalogue';

/** Text as Markdown and Vue take it literally, on one line; what is in backticks is code. */
export function plain(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/`[^`]*`|[\\*_<>[\]|{}]/g, (found) =>
        found.startsWith('`') ? code(found.slice(1, -1)) : `\\${found}`,
      )
      // Else an address in an explanation would be a link.
      .replaceAll('://', ':&#47;/')
      .trim()
  );
}

/** Text as code in a line or in a cell of a table. */
export function code(text: string): string {
  const shown = text.replaceAll('|', '\\|');
  // Vue would read the braces.
  return text.includes('{{') ? `<code v-pre>${shown}</code>` : `\`${shown}\``;
}

/** A block of code. @param label its tab within a code group */
export function fence(language: string, text: string, label?: string): string {
  return `\`\`\`${language}${label === undefined ? '' : ` [${label}]`}\n${text}\n\`\`\``;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table, or nothing where there are no rows. Cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

const MEANINGS: Readonly<Record<Evidence, string>> = {
  documented: "the vendor's documentation says so",
  observed: 'an official SDK or a captured exchange shows it',
  inferred: 'deduced from what is documented or observed; it may be wrong',
};

/** What heads a column with marks: beside what is marked, since a column of its own would be out of sight on a phone. */
export const HOW_KNOWN = '[how known](/reference/#marks)';

/** How well a fact is known, as a badge. */
export function mark(evidence: Evidence): string {
  return `<span class="mark ${evidence}" title="${MEANINGS[evidence]}">${evidence}</span>`;
}

/** A page: what VitePress is told about it, then its parts. */
export function page(frontmatter: Readonly<Record<string, unknown>>, parts: readonly string[]): string {
  const told = Object.entries({ editLink: false, ...frontmatter }).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}`,
  );
  return `---\n${told.join('\n')}\n---\n\n${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

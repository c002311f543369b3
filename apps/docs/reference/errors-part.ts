import { describeStatus } from '@streamone/core/statuses';
import type { CatalogueEntry } from '@streamone/core/catalogue';
import { errorClass } from './error-class.ts';
import { statusLink } from './links.ts';
import { HOW_KNOWN, code, mark, plain, table } from './markdown.ts';

/** The statuses that an action may answer. */
export function errorsPart({ errors, evidence, facts }: CatalogueEntry): readonly string[] {
  const known = mark(facts['errors'] ?? evidence);
  const rows = errors.map((status) => {
    const { meaning } = describeStatus(status);
    return [String(status), `${statusLink(status)}<br>${known}`, plain(meaning), code(errorClass(status))];
  });
  const general = `The toolkit expects the [general statuses](/reference/statuses#general), 1 to 10, of every action. ${mark('inferred')}`;
  return [table(['Status', `Name, ${HOW_KNOWN}`, 'Meaning', 'Thrown as'], rows), general];
}

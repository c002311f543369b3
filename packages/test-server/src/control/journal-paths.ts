import type { JournalFilter } from '../journal/journal-filter.js';
import { ControlError } from './control-error.js';
import type { ControlPaths } from './control-path.js';
import { readId } from './read-id.js';

/** A filter's value as its text means it; what is no number and no truth stays a text, for the journal to refuse. */
function filterValue(name: string, text: string): boolean | number | string {
  if (name === 'refused' && (text === 'true' || text === 'false')) return text === 'true';
  const isText = name === 'command' || name === 'action' || name === 'actor';
  return !isText && /^\d{1,15}$/.test(text) ? Number(text) : text;
}

/** `journal`: what was asked, and answered. Every secret is masked in it. */
export const journalPaths: ControlPaths = {
  journal: {
    query: true,
    GET({ query, context }) {
      const filter: JournalFilter = Object.fromEntries(
        [...query].map(([name, text]) => [name, filterValue(name, text)]),
      );
      return Response.json(context.journal.entries(filter));
    },
    DELETE({ context }) {
      context.journal.clear();
      return new Response(null, { status: 204 });
    },
  },
  'journal/*': {
    GET({ parts: [id], context }) {
      const entry = context.journal.entry(readId('entry', id));
      if (entry === undefined) throw new ControlError(404, `The journal has no entry ${id}; it keeps the last ones.`);
      return Response.json(entry);
    },
  },
};

import type { Actor, CatalogueEntry, Needs } from '@streamone/core/catalogue';
import { tokenLink } from './links.ts';
import { mark } from './markdown.ts';

const NEEDS: Readonly<Record<Needs, string>> = {
  account: 'one account',
  accounts: 'one account or several',
  nothing: 'no account',
};

const ACTORS: Readonly<Record<Actor, string>> = {
  user: 'a user',
  application: 'an application',
  session: 'a user in an application’s [session](/guides/sessions)',
};

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1) ?? ''}`;
}

/** What it is and takes, at a glance. */
export function factsPart({ readOnly, paged, needs, actors, token, evidence, facts }: CatalogueEntry): string {
  const rights = token === undefined ? 'none, or not known' : `${tokenLink(token)} ${mark(facts['token'] ?? evidence)}`;
  const kind = readOnly
    ? 'a read: it may be [repeated](/guides/errors#what-is-tried-again) and [cached](/guides/caching)'
    : 'a write: it is [repeated](/guides/errors#what-is-tried-again) only if it is certain that nothing was sent';
  return [
    `**Kind:** ${kind}`,
    `**Paged:** ${paged ? 'yes, [iterate it](/guides/paging) for every row' : 'no'}`,
    `**Needs:** ${NEEDS[needs]}`,
    `**Asked by:** ${list(actors.map((actor) => ACTORS[actor]))}`,
    `**Token:** ${rights}`,
  ]
    .map((fact) => `- ${fact}`)
    .join('\n');
}

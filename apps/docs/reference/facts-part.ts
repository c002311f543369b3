import type { Actor, CatalogueEntry, Needs } from '@streamone/core/catalogue';
import { tokenLink } from './links.ts';
import { mark } from './markdown.ts';

const NEEDS: Readonly<Record<Needs, string>> = {
  account: 'one account',
  accounts: 'one account or several',
  nothing: 'no account, as far as is known',
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
export function factsPart(entry: CatalogueEntry): string {
  const { readOnly, paged, needs, actors, token, openArguments, evidence, facts } = entry;
  const known = (fact: string): string => mark(facts[fact] ?? evidence);
  const unpaged = openArguments && readOnly ? 'not known' : 'no, as far as is known';
  const limited = actors.length < Object.keys(ACTORS).length;
  const rights = token === undefined ? 'not known' : `${tokenLink(token)} ${known('token')}`;
  const kind = readOnly
    ? 'a read: it may be [repeated](/guides/errors#what-is-tried-again) and [cached](/guides/caching)'
    : 'a write: it is [repeated](/guides/errors#what-is-tried-again) only if it is certain that nothing was sent';
  const parts = [
    `**Kind:** ${kind}`,
    `**Paged:** ${paged ? `yes, [iterate it](/guides/paging) for every row ${known('paged')}` : unpaged}`,
    `**Needs:** ${NEEDS[needs]}${needs === 'nothing' ? '' : ` ${known('needs')}`}`,
    `**Asked by:** ${list(actors.map((actor) => ACTORS[actor]))}${limited ? ` ${known('actors')}` : ', as far as is known'}`,
    `**Token:** ${rights}`,
  ];
  return [
    parts.map((fact) => `- ${fact}`).join('\n'),
    'The mark behind the first sentence says how it is known that the action exists. What has no mark in this list is the toolkit’s assumption.',
  ].join('\n\n');
}

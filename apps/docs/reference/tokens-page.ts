import { catalogue } from '@streamone/core/catalogue';
import { actionLink, anchor } from './links.ts';
import { code, mark, page, table } from './markdown.ts';

/** Documented, but no action of the catalogue is known to need it. */
const WITHOUT_ACTION: Readonly<Record<string, string>> = {
  'item-play': 'Needed to sign links to media that are protected; see [media links](/protocol/media).',
};

/** The page of tokens and roles. */
export function tokensPage(): string {
  const entries = Object.entries(catalogue).flatMap(([key, entry]) => (entry === undefined ? [] : [{ key, ...entry }]));
  const names = [...new Set(entries.flatMap(({ token }) => token ?? [])), ...Object.keys(WITHOUT_ACTION)].sort();
  const rows = names.map((name) => {
    const users = entries.filter(({ token }) => token === name);
    const actions = users.map(({ key, evidence, facts }) => `${actionLink(key)} ${mark(facts['token'] ?? evidence)}`);
    return [
      `<span id="${anchor(name)}">${code(name)}</span>`,
      actions.join('<br>') || `${WITHOUT_ACTION[name] ?? ''} ${mark('documented')}`,
    ];
  });
  return page({ title: 'Tokens and roles', description: 'What an actor must hold to call an action.' }, [
    '# Tokens and roles',
    `A *token* is a permission, as \`item-read\`. A *role* is a named set of tokens. A user or an application holds roles, each for everything, for one customer or for one account. ${mark('observed')} The [guide to permissions](/guides/permissions) shows how to ask what somebody may do.`,
    '## Tokens {#tokens}',
    'The tokens whose names are known, and the actions that need them. For an action that is not listed, the token is not known, or it needs none.',
    table(['Token', 'Needed by'], rows),
    `By the habit of these names, creating and editing share \`<command>-write\`, and viewing takes \`<command>-read\`. ${mark('inferred')} The test server follows that where a token is not known, and so has more names than these.`,
    '## Whether a role counts {#roles}',
    `A role counts for a request if it is held for everything; or for the customer of the request, without an account; or for its account. ${mark('observed')} With several accounts a token has to be held in each of them. ${mark('observed')} In a session the roles are those of the user, not of the application. ${mark('observed')}`,
    `${actionLink('user/getmyroles')} and ${actionLink('application/getmyroles')} tell the roles of who asks, ${actionLink('api/mytokens')} the tokens for the account or customer of the request. The client asks the right one for you: \`await s1.can('item-read')\`, and \`await s1.explainCan('item-read')\` says why not.`,
  ]);
}

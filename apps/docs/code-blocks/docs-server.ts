import { arrayOf, hash, object, text } from '@streamone/core';
import { defineAction, defineCommand } from '@streamone/core/catalogue';
import { type TestServer, keepPassword, resource, startTestServer } from '@streamone/test-server';

/** IDs that the texts use, none of them the platform's. */
export const ids = {
  account: 'Mn9mdVb-02mA',
  otherAccount: 'Zk3pQw7-11xB',
  /** One ID and one key serve for a user and for an application: a text writes `user({ id, psk })` or the other. */
  actor: 'Cmv8fnKfjF2l',
  item: 'g0_2Kx-9aZ1q',
} as const;

/** The command that texts take as their example of one that the catalogue lacks. */
const categoryCommand = defineCommand('category', {
  view: defineAction({
    command: 'category',
    action: 'view',
    needs: 'account',
    readOnly: true,
    paged: true,
    output: arrayOf(object('Category', { id: hash(), name: text() })),
  }),
});

/** Starts the seeded studio, with the IDs of the texts in it, and a login that takes no third of a second. */
export async function startDocsServer(): Promise<TestServer> {
  const server = await startTestServer({ actions: [resource(categoryCommand, { rows: [{ name: 'News' }] })] });
  const { state, credentials } = server;
  const { customer } = credentials;
  const everything = state.users.get(credentials.user.id)?.roles ?? [];
  const login = state.applications.get(credentials.application.id)?.roles ?? [];
  const { psk } = credentials.user;
  for (const [id, name] of Object.entries({ [ids.account]: 'Docs', [ids.otherAccount]: 'More docs' })) {
    state.accounts.add({ id, name, customer });
  }
  state.users.add({ id: ids.actor, psk, username: 'docs', customer, roles: everything });
  state.applications.add({ id: ids.actor, psk, name: 'Docs', customer, roles: login });
  state.items.add({ id: ids.item, title: 'News of the docs', account: ids.account });
  for (let at = 1; at <= 30; at += 1) state.items.add({ title: `News ${at}`, account: ids.account });
  const { username, password } = credentials.login;
  state.users.update(credentials.user.id, { password: await keepPassword(username, password) });
  return server;
}

/** The environment that a text may reckon with. */
export function docsEnvironment({ url, credentials }: TestServer): Record<string, string> {
  const { user, application, account } = credentials;
  return {
    STREAMONE_API_URL: url,
    STREAMONE_AUTH_TYPE: 'user',
    STREAMONE_USER_ID: user.id,
    STREAMONE_USER_PSK: user.psk,
    STREAMONE_APP_ID: application.id,
    STREAMONE_APP_PSK: application.psk,
    STREAMONE_DEFAULT_ACCOUNT_ID: account,
  };
}

import { type Gateway, type NodeClient, application, createClient, createGateway } from '@streamone/node';
import type { TestServer } from '@streamone/test-server';

/** An account that the page may choose. */
export interface StudioAccount {
  readonly id: string;
  readonly name: string;
}

/** The accounts of the scenario's customer, that of the credentials first. */
export function accountsOf({ credentials, state }: TestServer): readonly StudioAccount[] {
  const own = [...state.accounts].filter(({ customer }) => customer === credentials.customer);
  const first = own.filter(({ id }) => id === credentials.account);
  const others = own.filter(({ id }) => id !== credentials.account);
  return [...first, ...others].map(({ id, name }) => ({ id, name }));
}

/** What the studio's page calls, and nothing beyond it. */
const ALLOW = ['item/view', 'livestream/view', 'user/viewme', 'user/getmyroles', 'api/mytokens'];

/** The gateway of the studio: it signs as the site's application, for people who are signed in. */
export function studioGateway(platform: TestServer): { readonly gateway: Gateway; readonly client: NodeClient } {
  const { credentials, url } = platform;
  const client = createClient({
    url,
    auth: application(credentials.application),
    account: credentials.account,
  });
  const gateway = createGateway({
    client,
    allow: ALLOW,
    accounts: accountsOf(platform).map(({ id }) => id),
    uploads: true,
    limits: { loginsPerMinute: 120 },
  });
  return { gateway, client };
}

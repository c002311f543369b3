import { ask } from './ask.js';
import { copyButton } from './copy-button.js';
import { element } from './element.js';
import type { ServerAnswer } from './server-types.js';

/** Where the API is: the page is at `/__streamone/` under it. */
function serverUrl(): string {
  return new URL('..', document.baseURI).href.replace(/\/$/, '');
}

function environment({ user, application, account }: ServerAnswer): string {
  return [
    `export STREAMONE_API_URL=${serverUrl()} STREAMONE_AUTH_TYPE=user`,
    `export STREAMONE_DEFAULT_ACCOUNT_ID=${account}`,
    `export STREAMONE_USER_ID=${user} STREAMONE_USER_PSK='the key that the server printed'`,
    `export STREAMONE_APP_ID=${application} STREAMONE_APP_PSK='the key that the server printed'`,
  ].join('\n');
}

const FIRST_REQUEST = `query="api=3&format=json&authentication_type=user&account=$STREAMONE_DEFAULT_ACCOUNT_ID"
query="$query&timestamp=$(date +%s)&user=$STREAMONE_USER_ID"
body="limit=3"
signature=$(printf '%s' "/api/item/view?$query&$body" |
  openssl dgst -sha1 -hmac "$STREAMONE_USER_PSK" | sed 's/.* //')
curl -d "$body" "$STREAMONE_API_URL/api/item/view?$query&signature=$signature"`;

function block(what: string, text: string): HTMLElement {
  return element(
    'div',
    { class: 'block' },
    element('pre', { 'aria-label': what }, text),
    copyButton(what, () => text),
  );
}

/** Tells somebody new how to point a client at the server. */
export function connectHelp(): HTMLElement {
  const known = element('div');
  void ask<ServerAnswer>('GET', 'inspector/server').then(
    (server) => {
      const { user, application, username, account, customer, scenario, seed } = server;
      const names = {
        'User ID': user,
        'Application ID': application,
        Login: username,
        'Account ID': account,
        'Customer ID': customer,
      };
      known.replaceChildren(
        element('h3', {}, 'Environment variables'),
        block('the environment variables', environment(server)),
        element(
          'p',
          {},
          'Keys and the password never appear on this page. The server printed them where it was started (with ',
          element('code', {}, '--json'),
          ' as one line of JSON); in a test they are ',
          element('code', {}, 'server.credentials'),
          '.',
        ),
        element('h3', {}, 'A first request, in a shell'),
        block('the first request', FIRST_REQUEST),
        element('h3', {}, 'This server'),
        element(
          'dl',
          { class: 'pairs' },
          ...Object.entries({ ...names, Scenario: `${scenario}, seed ${seed}` }).flatMap(([name, value]) => [
            element('dt', {}, name),
            element('dd', {}, value),
          ]),
        ),
      );
    },
    () => undefined,
  );
  return element(
    'section',
    { class: 'connect' },
    element('h2', {}, 'Point your client at this server'),
    element(
      'p',
      {},
      'Use this as the base URL of the API, with the credentials of this server. Each request then appears here as it comes, with the reason if it is refused.',
    ),
    block('the URL of the server', serverUrl()),
    known,
  );
}

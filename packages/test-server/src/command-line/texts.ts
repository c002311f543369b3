import { explanationText } from '../explain/explanation-text.js';
import { printableText } from '../explain/printable-text.js';
import type { JournalEntry } from '../journal/journal-entry.js';
import type { TestServer } from '../test-server.js';

/** What every text of the command says of itself. */
export const UNOFFICIAL = 'unofficial, not affiliated with the vendor';

/** The text of `--help`. @param name what the command is called */
export const helpText = (name: string): string => `${name} - a StreamOne to test against (${UNOFFICIAL})

Usage: ${name} [options]

  --port <port>           port to listen on; 0 takes a free one (default 0)
  --host <address>        address to listen on (default 127.0.0.1)
  --allow-remote          allow an address that others can reach
  --admin, --no-admin     control over HTTP, under /__streamone/
                          (on where only this machine reaches the server)
  --seed <number>         the same seed gives the same IDs and keys (default 1)
  --scenario <scenario>   what is in it: studio, empty, archive, archive:<items>, or
                          a .json, .ts, .js or .mjs file (default studio)
  --cors                  let pages of every origin use the API and upload
  --explain               explain each refused request on the standard error
  --explain-response      explain it in the header of the response too, as the platform never does
  --json                  print one JSON line with URL, inspector and credentials
  --until-stdin-closes    stop when the standard input ends
  -h, --help              show this
  --version               show the version

Other commands, each with a --help of its own:

  record                  record what a real API answers, without its secrets
  replay                  answer with what was recorded
  drift                   tell where recordings differ from the catalogue
`;

/** Where the page is that shows a server; it is there where control is. */
const inspectorOf = (url: string): string => `${url}/__streamone/`;

/** What the server tells when it has started, for a program: one line of JSON. */
export function startedJson({ url, credentials }: TestServer, hasInspector: boolean): string {
  const { user, application, login, account, customer } = credentials;
  return JSON.stringify({
    url,
    ...(hasInspector && { inspector: inspectorOf(url) }),
    credentials: { user, application, login, account, customer },
  });
}

/** The same for a person. The keys are those of a made-up studio, so showing them is the purpose. */
export function startedText({ url, credentials }: TestServer, hasInspector: boolean): string {
  const { user, application, login, account, customer } = credentials;
  return `StreamOne test server (${UNOFFICIAL})

  url          ${url}
  inspector    ${hasInspector ? inspectorOf(url) : 'none: control over HTTP is off'}
  user         ${user.id}  key ${user.psk}
  application  ${application.id}  key ${application.psk}
  login        ${login.username}  password ${login.password}
  account      ${account}
  customer     ${customer}

For a shell, to be pasted where you use the API:

  export STREAMONE_API_URL=${url} STREAMONE_AUTH_TYPE=user
  export STREAMONE_USER_ID=${user.id} STREAMONE_USER_PSK=${user.psk}
  export STREAMONE_DEFAULT_ACCOUNT_ID=${account}
  export STREAMONE_APP_ID=${application.id} STREAMONE_APP_PSK=${application.psk}

Stop it with Ctrl-C.`;
}

/** A refused request with its explanation, for the console. */
export function refusalText({ method, path, status, statusName, httpStatus, explanation }: JournalEntry): string {
  const answer =
    status === undefined ? `HTTP ${httpStatus === 0 ? 'without an answer' : httpStatus}` : `${status} ${statusName}`;
  const why = explanation === undefined ? '' : `\n${explanationText(explanation).replaceAll(/^/gm, '  ')}`;
  return printableText(`${method} ${path}: ${answer}${why}`);
}

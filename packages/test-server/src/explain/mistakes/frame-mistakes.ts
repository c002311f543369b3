import { utf8ByteString } from '../../form/byte-string.js';
import type { WronglySigned } from '../wrongly-signed.js';
import type { Mistake } from './mistake.js';

/** The names under which a client may know the server, with and without a scheme. */
function hosts({ exchange, world }: WronglySigned): string[] {
  const { host } = exchange.request.headers;
  const known = typeof host === 'string' ? [`http://${host}`, `https://${host}`, host] : [];
  const { url } = world.place;
  return [...new Set([...known, url, url.replace(/^[a-z]+:\/\//, '')])]
    .filter((name) => name !== '')
    .map(utf8ByteString);
}

/** The path as it was sent: with the prefix of a base URL, or a doubled slash. */
function sentPath({ exchange, parts }: WronglySigned): string | undefined {
  const path = (exchange.request.target.split('?', 1)[0] ?? '').replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  return path === parts.path ? undefined : path;
}

/** Mistakes in what stands around the parameters and arguments. */
export const frameMistakes: readonly Mistake[] = [
  {
    name: 'missing-question-mark',
    says: 'The "?" between path and parameters is missing from the string to sign.',
    apply: (signing) => [
      { ...signing, mark: '' },
      { ...signing, mark: '&' },
    ],
  },
  {
    name: 'path-without-api',
    says: 'The path in the string to sign lacks "/api"; it is /api/command/action.',
    apply: (signing) => [{ ...signing, path: signing.path.replace(/\/api(?=\/)/, '') }],
  },
  {
    name: 'path-without-slash',
    says: 'The path in the string to sign lacks its first slash; it is /api/command/action.',
    apply: (signing) => [{ ...signing, path: signing.path.replace(/^\//, '') }],
  },
  {
    name: 'path-with-slash',
    says: 'There is a slash behind the path in the string to sign; it is /api/command/action.',
    apply: (signing) => [{ ...signing, path: `${signing.path}/` }],
  },
  {
    name: 'doubled-ampersand',
    says: 'There is one "&" too many in the string to sign, between parameters and arguments or at its end; one stands between the two, none behind them.',
    apply: (signing) => [
      { ...signing, join: signing.join + signing.separator },
      { ...signing, end: signing.separator + signing.end },
    ],
  },
  {
    name: 'path-left-out',
    says: 'The path is missing from the string to sign; it begins with /api/command/action.',
    apply: (signing) => [{ ...signing, path: '' }],
  },
  {
    name: 'path-as-sent',
    says: 'The path in the string to sign is the whole path of the URL; sign /api/command/action alone, without the path of the base URL and without doubled slashes.',
    apply: (signing, request) => {
      const path = sentPath(request);
      return path === undefined ? [] : [{ ...signing, path }];
    },
  },
  {
    name: 'host-in-string',
    says: 'The string to sign begins with the URL or host of the server; it begins with the path, /api/command/action.',
    apply: (signing, request) => hosts(request).map((host) => ({ ...signing, host })),
  },
  {
    name: 'method-in-string',
    says: 'The string to sign begins with the HTTP method; it begins with the path, /api/command/action.',
    apply: (signing) => ['POST', 'POST ', 'POST\n', 'POST&'].map((method) => ({ ...signing, method })),
  },
  {
    name: 'trailing-newline',
    says: 'There is a line end behind the string to sign, as "echo" of a shell writes it; sign the string alone (printf %s).',
    apply: (signing) => ['\n', '\r\n'].map((end) => ({ ...signing, end })),
  },
];

import { refusePasted } from './pasted-request.js';
import { splitShellWords } from './split-shell-words.js';

/** An option of curl by its long name, where it counts here, with its value; an address is `url`. */
export type CurlOption = readonly [name: string, value: string];

/** Short options of curl that take a value, and long ones, as far as they are seen in pasted lines. */
const SHORT_VALUES = new Set('AbcCdDeEFhHKmoPQrtTuUwxXyYz');
const LONG_VALUES = new Set(
  `abstract-unix-socket cacert capath cert cert-type ciphers config connect-timeout connect-to cookie cookie-jar data
   data-ascii data-binary data-raw data-urlencode dump-header form form-string header interface json key key-type limit-rate
   local-port max-filesize max-redirs max-time noproxy oauth2-bearer output output-dir pass proto proto-redir proxy
   proxy-header proxy-user range rate referer request request-target resolve retry retry-delay retry-max-time socks5
   socks5-hostname stderr tls-max tls13-ciphers trace trace-ascii unix-socket upload-file url url-query user user-agent
   variable write-out`.split(/\s+/),
);
const LONG_OF: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  F: 'form',
  G: 'get',
  I: 'head',
};

function* shortOptions(word: string, next: () => string): Generator<CurlOption> {
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at);
    const name = LONG_OF[letter] ?? letter;
    if (SHORT_VALUES.has(letter)) {
      yield [name, word.slice(at + 1) || next()];
      return;
    }
    yield [name, ''];
  }
}

function* options([, ...words]: readonly string[]): Generator<CurlOption> {
  let at = 0;
  const next = (): string => words[++at] ?? refusePasted('a curl line whose last option lacks its value');
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-') || word === '-') yield ['url', word];
    else if (!word.startsWith('--')) yield* shortOptions(word, next);
    else yield [word.slice(2), LONG_VALUES.has(word.slice(2)) ? next() : ''];
  }
}

/** The options of a curl line in their order. @throws InvalidArgumentError when it can't be read */
export const readCurlOptions = (line: string): readonly CurlOption[] => [...options(splitShellWords(line))];

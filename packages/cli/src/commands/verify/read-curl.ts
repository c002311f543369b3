import { InvalidArgumentError } from '@streamone/node';
import { type CurlOption, readCurlOptions } from './curl-options.js';
import { type PastedRequest, refusePasted } from './pasted-request.js';

/** What another file holds is not here to be checked, and a pasted line must not make this read one. */
function noFile(value: string): string {
  if (!value.startsWith('@')) return value;
  throw new InvalidArgumentError({
    argument: 'request',
    expected: 'a curl line with its body in it',
    given: `the body is in the file ${value.slice(1)}`,
    advice: 'Put the text itself into the line, by --data-raw.',
  });
}

/** `name=text`, `=text` or `text`; `name@file` is in a file. */
function urlEncoded(value: string): string {
  const at = value.indexOf('=');
  const [name, text] =
    at === -1 ? ['', noFile(value.replace(/^[^@]+(?=@)/, ''))] : [value.slice(0, at), value.slice(at + 1)];
  const encoded = encodeURIComponent(text)
    .replaceAll(/[!'()*]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
  return name === '' ? encoded : `${name}=${encoded}`;
}

const BOUNDARY = 'pasted';

function multipart(forms: readonly string[]): string {
  const parts = forms.map((form) => {
    const [name = '', ...value] = form.split('=');
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value.join('=')}\r\n`;
  });
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}

function headersOf(options: readonly CurlOption[]): Record<string, string> {
  const lines = options.filter(([name]) => name === 'header');
  return Object.fromEntries(
    lines.flatMap(([, value]) => {
      const [, name, text = ''] = /^([^:;]+)[:;]\s*([^]*)$/.exec(value) ?? [];
      return name === undefined ? [] : [[name.trim().toLowerCase(), text]];
    }),
  );
}

function dataOf(options: readonly CurlOption[]): readonly string[] {
  return options.flatMap(([name, value]) => {
    switch (name) {
      case 'data-raw':
        return [value];
      case 'data':
      case 'data-ascii':
      case 'data-binary':
      case 'json':
        return [noFile(value)];
      case 'data-urlencode':
        return [urlEncoded(value)];
      default:
        return [];
    }
  });
}

/** Reads a curl line, as far as it says what is sent. @throws InvalidArgumentError when it can't be read */
export function readCurl(line: string): PastedRequest {
  const options = readCurlOptions(line);
  const all = (wanted: string): string[] => options.flatMap(([name, value]) => (name === wanted ? [value] : []));
  const has = (wanted: string): boolean => options.some(([name]) => name === wanted);
  const [url, ...urls] = all('url');
  if (url === undefined || urls.length > 0) {
    return refusePasted(`a curl line with ${url === undefined ? 'no address' : `${urls.length + 1} addresses`}`);
  }
  if (url.startsWith('^')) return refusePasted('a curl line for the shell of Windows', 'Copy it as one for bash.');
  const [forms, data, get] = [all('form').concat(all('form-string')), dataOf(options), has('get')];
  const body = forms.length > 0 ? multipart(forms) : data.join('&');
  const hasBody = forms.length + data.length > 0;
  const type = has('json') ? 'application/json' : 'application/x-www-form-urlencoded';
  const sentType = forms.length > 0 ? `multipart/form-data; boundary=${BOUNDARY}` : type;
  return {
    method: all('request').at(-1) ?? (has('head') ? 'HEAD' : hasBody && !get ? 'POST' : 'GET'),
    target: get && body !== '' ? `${url}${url.includes('?') ? '&' : '?'}${body}` : url,
    headers: { ...(hasBody && !get && { 'content-type': sentType }), ...headersOf(options) },
    body: get ? '' : body,
  };
}

import { styleText } from 'node:util';
import { printable } from '../../output/report-error.js';
import type { SignedForm } from './signed-form.js';

const NOTE = `The platform takes a signature for some minutes around its timestamp (how many is not documented). Until then
whoever has it can send this very request, so keep it to yourself. The key is not in it.`;

const head = (text: string): string => styleText('bold', text, { stream: process.stdout });

function listed(fields: Readonly<Record<string, string>>): string {
  const names = Object.keys(fields);
  if (names.length === 0) return '  none';
  const width = Math.max(...names.map((name) => name.length));
  return names.map((name) => `  ${name.padEnd(width)}  ${fields[name] ?? ''}`.trimEnd()).join('\n');
}

/** A signed request for people. @param key whose key it was signed with, in words */
export function signedText(form: SignedForm, key: string): string {
  const { method, url, parameters, arguments: args, body, stringToSign, signature, timestamp, curl } = form;
  const sections: readonly (readonly [title: string, text: string])[] = [
    ['Request', `  ${method} ${url}${body === '' ? '' : `\n  ${body}`}`],
    ['Parameters (query string)', listed(parameters)],
    ['Arguments (body, application/x-www-form-urlencoded)', listed(args)],
    ['String to sign', `  ${stringToSign}`],
    [`Signature: HMAC-SHA1 of it with ${key}, in lower-case hex`, `  ${signature}`],
    ['Signed at', `  ${new Date(timestamp * 1000).toISOString().replace('.000', '')}`],
    ['Send it', `  ${curl ?? 'There is no line for a shell: an argument is secret, which no command line may have.'}`],
  ];
  const text = sections.map(([title, lines]) => `${head(title)}\n${printable(lines)}`).join('\n\n');
  return `${text}\n\n${NOTE}\n`;
}
